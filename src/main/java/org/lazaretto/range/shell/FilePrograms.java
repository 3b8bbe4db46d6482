package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Programs that read and change files. */
final class FilePrograms {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.000000000 Z").withZone(ZoneOffset.UTC);

  private FilePrograms() {}

  static void addTo(Map<String, Program> all) {
    all.put("cat", FilePrograms::cat);
    all.put("sha256sum", call -> hash(call, "SHA-256"));
    all.put("sha1sum", call -> hash(call, "SHA-1"));
    all.put("md5sum", call -> hash(call, "MD5"));
    all.put("stat", FilePrograms::stat);
    all.put("readlink", FilePrograms::readlink);
    all.put("du", FilePrograms::du);
    all.put("touch", FilePrograms::touch);
    all.put("mkdir", FilePrograms::mkdir);
    all.put("rm", FilePrograms::rm);
    all.put("cp", FilePrograms::cp);
    all.put("chmod", FilePrograms::chmod);
    all.put("tee", FilePrograms::tee);
    all.put("basename", call -> each(call, Paths::name));
    all.put("dirname", call -> each(call, Paths::parent));
  }

  private static int each(Call call, java.util.function.UnaryOperator<String> change) {
    call.words().forEach(word -> call.out().line(change.apply(word)));
    return 0;
  }

  private static int cat(Call call) {
    Optional<byte[]> read = call.read(call.options("").rest());
    read.ifPresent(call.out()::write);
    boolean all =
        call.options("").rest().stream()
            .allMatch(p -> p.equals("-") || call.files().at(call.session().path(p)).isPresent());
    return read.isPresent() && all ? 0 : 1;
  }

  private static int hash(Call call, String algorithm) {
    List<String> paths = call.options("").rest();
    if (paths.isEmpty()) {
      call.out().line(hex(algorithm, call.input().all()) + "  -");
      return 0;
    }
    int code = 0;
    FileTree files = call.files();
    for (String each : paths) {
      Optional<Entry> entry = call.readable(files, each);
      entry.ifPresent(e -> call.out().line(hex(algorithm, e.bytes()) + "  " + each));
      code = entry.isPresent() ? code : 1;
    }
    return code;
  }

  private static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static int stat(Call call) {
    int code = 0;
    for (String each : call.options("c").rest()) {
      Optional<Entry> entry = call.files().linkAt(call.session().path(each));
      if (entry.isEmpty()) {
        code = call.fails(1, "can't stat '" + each + "': No such file or directory");
        continue;
      }
      Entry there = entry.get();
      String changed = MOMENT.format(there.changed());
      call.out().line("  File: " + each);
      call.out().line("  Size: %-10d\tBlocks: %d".formatted(there.size(), there.size() / 512));
      call.out()
          .line(
              "Access: (%04o/%s)  Uid: %s   Gid: %s"
                  .formatted(there.mode(), there.permissions(), there.owner(), there.owner()));
      call.out().line("Modify: " + changed);
      call.out().line("Change: " + changed);
    }
    return code;
  }

  private static int readlink(Call call) {
    Call.Options options = call.options("");
    int code = 0;
    for (String each : options.rest()) {
      String path = call.session().path(each);
      Optional<String> target =
          options.has("f")
              ? call.files().resolve(path, true)
              : call.files().linkAt(path).filter(e -> e.kind() == Entry.Kind.LINK).map(Entry::text);
      target.ifPresent(call.out()::line);
      code = target.isPresent() ? code : 1;
    }
    return code;
  }

  private static int du(Call call) {
    Call.Options options = call.options("d");
    FileTree files = call.files();
    int code = 0;
    for (String each : options.rest().isEmpty() ? List.of(".") : options.rest()) {
      Optional<String> path = files.resolve(call.session().path(each), true);
      if (path.isEmpty()) {
        code = call.fails(1, each + ": No such file or directory");
        continue;
      }
      long bytes = size(files, path.get());
      String shown = options.has("h") ? Sizes.human(bytes) : String.valueOf((bytes + 1023) / 1024);
      call.out().line(shown + "\t" + each);
    }
    return code;
  }

  private static long size(FileTree files, String path) {
    Entry entry = files.linkAt(path).orElseThrow();
    long sum = entry.kind() == Entry.Kind.LINK ? 0 : (entry.size() + 4095L) / 4096 * 4096;
    if (entry.folder()) {
      for (String name : files.names(path)) {
        sum += size(files, Paths.below(path, name));
      }
    }
    return sum;
  }

  /**
   * Writes a file into the container's layer.
   *
   * @param refused is told why not
   */
  static boolean write(
      Session session, String path, byte[] bytes, int mode, Consumer<String> refused) {
    FileTree files = session.machine().files();
    Optional<Entry> folder = files.at(Paths.parent(path));
    Optional<Entry> before = files.at(path);
    Interior.User user = session.machine().user();
    boolean mayFolder =
        user.id() == 0
            || folder.filter(f -> f.owner().equals(user.name()) || (f.mode() & 2) != 0).isPresent();
    boolean mayFile =
        user.id() == 0 || before.filter(b -> !b.owner().equals(user.name())).isEmpty();
    if (folder.filter(Entry::folder).isEmpty()) {
      refused.accept("nonexistent directory");
    } else if (path.startsWith("/proc/") || path.startsWith("/sys/")) {
      refused.accept("Read-only file system");
    } else if (before.filter(Entry::folder).isPresent()) {
      refused.accept("Is a directory");
    } else if (before.isEmpty() ? !mayFolder : !mayFile) {
      refused.accept("Permission denied");
    } else {
      int kept = before.map(Entry::mode).orElse(mode);
      Entry entry =
          new Entry(
              Entry.Kind.FILE,
              kept,
              user.name(),
              session.machine().now(),
              bytes.length,
              () -> bytes);
      String real = files.resolve(path, true).orElse(path);
      if (session.machine().layer().put(real, entry)) {
        return true;
      }
      refused.accept("No space left on device");
    }
    return false;
  }

  private static int put(Call call, String word, byte[] bytes, int mode) {
    boolean done =
        write(
            call.session(),
            call.session().path(word),
            bytes,
            mode,
            why -> call.fails(1, word + ": " + why));
    return done ? 0 : 1;
  }

  private static int touch(Call call) {
    int code = 0;
    for (String each : call.options("").rest()) {
      Optional<Entry> before = call.files().at(call.session().path(each));
      byte[] bytes = before.filter(b -> !b.folder()).map(Entry::bytes).orElse(new byte[0]);
      code |= put(call, each, bytes, 0644);
    }
    return code;
  }

  private static int tee(Call call) {
    byte[] bytes = call.input().all();
    call.out().write(bytes);
    int code = 0;
    for (String each : call.options("").rest()) {
      code |= put(call, each, bytes, 0644);
    }
    return code;
  }

  private static int cp(Call call) {
    List<String> rest = call.options("").rest();
    if (rest.size() != 2) {
      return call.fails(1, "expected one file and where to");
    }
    FileTree files = call.files();
    Optional<Entry> from = call.readable(files, rest.getFirst());
    String to = rest.getLast();
    if (files.at(call.session().path(to)).filter(Entry::folder).isPresent()) {
      to = to + "/" + Paths.name(rest.getFirst());
    }
    return from.isEmpty() ? 1 : put(call, to, from.get().bytes(), from.get().mode());
  }

  private static int mkdir(Call call) {
    Call.Options options = call.options("m");
    int code = 0;
    for (String each : options.rest()) {
      String path = call.session().path(each);
      FileTree files = call.files();
      if (files.at(path).isPresent()) {
        code =
            options.has("p")
                ? code
                : call.fails(1, "can't create directory '" + each + "': File exists");
        continue;
      }
      Entry entry = Entry.folder(0755, call.machine().user().name(), call.machine().now());
      boolean allowed =
          options.has("p")
              || files.at(Paths.parent(path)).filter(f -> f.folder() && call.may(f, 2)).isPresent();
      if (!allowed || !call.machine().layer().put(path, entry)) {
        code = call.fails(1, "can't create directory '" + each + "': Permission denied");
      }
    }
    return code;
  }

  private static int rm(Call call) {
    Call.Options options = call.options("");
    int code = 0;
    for (String each : options.rest()) {
      String path = call.session().path(each);
      Optional<Entry> entry = call.files().linkAt(path);
      if (entry.isEmpty()) {
        code =
            options.has("f")
                ? code
                : call.fails(1, "can't remove '" + each + "': No such file or directory");
      } else if (entry.get().folder() && !options.has("r") && !options.has("R")) {
        code = call.fails(1, "'" + each + "' is a directory");
      } else if (path.startsWith("/proc") || !mayRemove(call, entry.get())) {
        code = call.fails(1, "can't remove '" + each + "': Permission denied");
      } else {
        call.machine().layer().remove(path);
      }
    }
    return code;
  }

  private static boolean mayRemove(Call call, Entry entry) {
    Interior.User user = call.machine().user();
    return user.id() == 0 || entry.owner().equals(user.name());
  }

  private static int chmod(Call call) {
    List<String> words = call.words();
    int code = 0;
    for (String each : words.subList(Math.min(1, words.size()), words.size())) {
      String path = call.session().path(each);
      Optional<Entry> entry = call.files().at(path);
      String mode = words.getFirst();
      if (entry.isEmpty()) {
        code = call.fails(1, each + ": No such file or directory");
      } else if (!mayRemove(call, entry.get())) {
        code = call.fails(1, each + ": Operation not permitted");
      } else {
        int bits =
            mode.matches("[0-7]{3,4}") ? Integer.parseInt(mode, 8) : entry.get().mode() | 0111;
        call.machine().layer().put(path, entry.get().withMode(bits));
      }
    }
    return code;
  }

  /** The lines of a text, without their ends. */
  static List<String> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : text.lines().toList();
  }
}
