package org.lazaretto.range.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Programs that make, change and remove files. */
final class WritingPrograms {
  private WritingPrograms() {}

  static void addTo(Map<String, Program> all) {
    all.put("touch", WritingPrograms::touch);
    all.put("mkdir", WritingPrograms::mkdir);
    all.put("rm", WritingPrograms::rm);
    all.put("cp", WritingPrograms::cp);
    all.put("chmod", WritingPrograms::chmod);
    all.put("tee", WritingPrograms::tee);
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
}
