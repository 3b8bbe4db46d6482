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

/** Programs that read files. */
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

  /** The lines of a text, without their ends. */
  static List<String> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : text.lines().toList();
  }
}
