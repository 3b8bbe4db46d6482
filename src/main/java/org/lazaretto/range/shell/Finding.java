package org.lazaretto.range.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** {@code find} with the tests that a responder uses. */
final class Finding {
  private static final int MOST = 20_000;

  private final Call call;
  private final List<BiPredicate<String, Entry>> tests = new ArrayList<>();
  private final List<String> run = new ArrayList<>();
  private int deepest = Integer.MAX_VALUE;
  private boolean details;
  private boolean zero;
  private int found;

  private Finding(Call call) {
    this.call = call;
  }

  static int run(Call call) {
    return new Finding(call).start();
  }

  private int start() {
    List<String> roots = new ArrayList<>();
    List<String> words = call.words();
    int at = 0;
    while (at < words.size() && !words.get(at).startsWith("-") && !words.get(at).equals("!")) {
      roots.add(words.get(at++));
    }
    Optional<String> wrong = expression(words.subList(at, words.size()));
    if (wrong.isPresent()) {
      return call.fails(1, "unrecognized: " + wrong.get());
    }
    FileTree files = call.files();
    int code = 0;
    for (String root : roots.isEmpty() ? List.of(".") : roots) {
      String path = call.session().path(root);
      Optional<Entry> entry = files.linkAt(path);
      if (entry.isEmpty()) {
        code = call.fails(1, root + ": No such file or directory");
      } else {
        walk(files, root, path, entry.get(), 0);
      }
    }
    return code;
  }

  private Optional<String> expression(List<String> words) {
    boolean not = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String value = i + 1 < words.size() ? words.get(i + 1) : "";
      Optional<BiPredicate<String, Entry>> test = test(word, value);
      if (test.isPresent()) {
        tests.add(not ? test.get().negate() : test.get());
        i++;
        not = false;
        continue;
      }
      switch (word) {
        case "!", "-not" -> not = true;
        case "-print", "-xdev", "-mount", "-a" -> {}
        case "-print0" -> zero = true;
        case "-ls" -> details = true;
        case "-maxdepth" -> {
          deepest = value.matches("\\d{1,4}") ? Integer.parseInt(value) : deepest;
          i++;
        }
        case "-exec" -> {
          i++;
          while (i < words.size() && !words.get(i).equals(";") && !words.get(i).equals("+")) {
            run.add(words.get(i++));
          }
        }
        default -> {
          return Optional.of(word);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<BiPredicate<String, Entry>> test(String word, String value) {
    return switch (word) {
      case "-name" -> named(Paths.glob(value));
      case "-iname" ->
          named(Pattern.compile(Paths.glob(value).pattern(), Pattern.CASE_INSENSITIVE));
      case "-path" -> {
        Pattern glob = Pattern.compile(Paths.glob(value).pattern().replace("[^/]", "."));
        yield Optional.of((path, entry) -> glob.matcher(path).matches());
      }
      case "-type" -> Optional.of((path, entry) -> entry.permissions().startsWith(type(value)));
      case "-user" -> Optional.of((path, entry) -> entry.owner().equals(value));
      case "-perm" -> Optional.of((path, entry) -> permitted(entry, value));
      case "-size" -> Optional.of((path, entry) -> compared(entry.size() / unit(value), value));
      case "-mtime" -> Optional.of((path, entry) -> compared(age(entry).toDays(), value));
      case "-mmin" -> Optional.of((path, entry) -> compared(age(entry).toMinutes(), value));
      case "-newer" -> {
        Optional<Entry> other = call.files().at(call.session().path(value));
        yield Optional.of(
            (path, entry) -> other.filter(o -> entry.changed().isAfter(o.changed())).isPresent());
      }
      default -> Optional.empty();
    };
  }

  private static Optional<BiPredicate<String, Entry>> named(Pattern glob) {
    return Optional.of((path, entry) -> glob.matcher(Paths.name(path)).matches());
  }

  private static String type(String letter) {
    return letter.equals("f") ? "-" : letter;
  }

  private static boolean permitted(Entry entry, String value) {
    String digits = value.replaceAll("[^0-7]", "");
    int wanted = digits.isEmpty() ? 0111 : Integer.parseInt(digits, 8);
    return value.startsWith("/") ? (entry.mode() & wanted) != 0 : (entry.mode() & wanted) == wanted;
  }

  private Duration age(Entry entry) {
    return Duration.between(entry.changed(), call.machine().now());
  }

  private static int unit(String value) {
    return value.endsWith("k")
        ? 1024
        : value.endsWith("M") ? 1 << 20 : value.endsWith("c") ? 1 : 512;
  }

  private static boolean compared(long amount, String value) {
    String digits = value.replaceAll("\\D", "");
    long wanted = digits.isEmpty() || digits.length() > 9 ? 0 : Long.parseLong(digits);
    return value.startsWith("+")
        ? amount > wanted
        : value.startsWith("-") ? amount < wanted : amount == wanted;
  }

  private void walk(FileTree files, String shown, String path, Entry entry, int depth) {
    if (found >= MOST || depth > deepest) {
      return;
    }
    if (tests.stream().allMatch(test -> test.test(path, entry))) {
      found++;
      tell(shown, entry);
    }
    if (entry.folder() && call.may(entry, 4)) {
      for (String name : files.names(path)) {
        String below = Paths.below(path, name);
        files
            .linkAt(below)
            .ifPresent(there -> walk(files, Paths.below(shown, name), below, there, depth + 1));
      }
    }
  }

  private void tell(String shown, Entry entry) {
    if (!run.isEmpty()) {
      List<String> words = run.stream().map(w -> w.equals("{}") ? shown : w).toList();
      new Interpreter(call.session())
          .invoke(words, new Interpreter.Streams(call.input(), call.out(), call.err()));
    } else if (details) {
      call.out()
          .line(
              "%s 1 %-8s %-8s %9d %s %s"
                  .formatted(
                      entry.permissions(),
                      entry.owner(),
                      entry.owner(),
                      entry.size(),
                      entry.changed(),
                      shown));
    } else {
      call.out().print(shown + (zero ? "\0" : "\n"));
    }
  }
}
