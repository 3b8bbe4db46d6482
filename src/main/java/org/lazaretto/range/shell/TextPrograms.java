package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Programs that print and change text. */
final class TextPrograms {
  private TextPrograms() {}

  static void addTo(Map<String, Program> all) {
    all.put("echo", TextPrograms::echo);
    all.put("printf", TextPrograms::printf);
    all.put("head", call -> ends(call, true));
    all.put("tail", call -> ends(call, false));
    all.put("wc", TextPrograms::wc);
    all.put("grep", TextPrograms::grep);
    all.put("egrep", TextPrograms::grep);
    all.put("sort", TextPrograms::sort);
    all.put("uniq", TextPrograms::uniq);
  }

  private static int echo(Call call) {
    List<String> words = call.words();
    boolean bare = !words.isEmpty() && words.getFirst().matches("-[ne]+");
    String letters = bare ? words.getFirst() : "";
    String text = String.join(" ", bare ? words.subList(1, words.size()) : words);
    text = letters.contains("e") ? escaped(text) : text;
    call.out().print(letters.contains("n") ? text : text + "\n");
    return 0;
  }

  /** With the usual signs for line ends and the like. */
  static String escaped(String text) {
    return text.replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\0", "\0")
        .replace("\\\\", "\\");
  }

  private static int printf(Call call) {
    if (call.words().isEmpty()) {
      return 2;
    }
    String format = escaped(call.words().getFirst());
    List<String> values = call.words().subList(1, call.words().size());
    int at = 0;
    do {
      int before = at;
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < format.length(); i++) {
        boolean slot = format.charAt(i) == '%' && i + 1 < format.length();
        if (slot && "sd".indexOf(format.charAt(i + 1)) >= 0) {
          text.append(at < values.size() ? values.get(at) : "");
          at++;
          i++;
        } else {
          text.append(format.charAt(i));
          i += slot && format.charAt(i + 1) == '%' ? 1 : 0;
        }
      }
      call.out().print(text.toString());
      at = at == before ? values.size() : at;
    } while (at < values.size());
    return 0;
  }

  private static void lines(Call call, List<String> lines) {
    lines.forEach(call.out()::line);
  }

  private static int ends(Call call, boolean front) {
    List<String> words = new ArrayList<>(call.words());
    if (!words.isEmpty() && words.getFirst().matches("-\\d{1,6}")) {
      words.set(0, "-n" + words.getFirst().substring(1));
    }
    Call.Options options = Call.Options.of(words, "nc");
    Optional<byte[]> read = call.read(options.rest());
    if (read.isEmpty()) {
      return 1;
    }
    byte[] bytes = read.get();
    if (options.has("c")) {
      int wanted = Math.min(bytes.length, options.number("c", 0));
      call.out()
          .write(
              front
                  ? Arrays.copyOf(bytes, wanted)
                  : Arrays.copyOfRange(bytes, bytes.length - wanted, bytes.length));
      return 0;
    }
    List<String> lines = FilePrograms.lines(bytes);
    int wanted = Math.min(lines.size(), options.number("n", 10));
    boolean from = options.value("n").filter(v -> v.startsWith("+")).isPresent();
    if (from && !front) {
      lines(call, lines.subList(Math.min(lines.size(), start(options)), lines.size()));
    } else {
      lines(
          call,
          front ? lines.subList(0, wanted) : lines.subList(lines.size() - wanted, lines.size()));
    }
    if (options.has("f") || options.has("F")) {
      call.session().takes(Session.FOR_EVER);
    }
    return 0;
  }

  private static int start(Call.Options options) {
    String number = options.value("n").orElse("+1").replaceAll("\\D", "");
    return number.isEmpty() || number.length() > 7 ? 0 : Math.max(0, Integer.parseInt(number) - 1);
  }

  private static int wc(Call call) {
    Call.Options options = call.options("");
    Optional<byte[]> read = call.read(options.rest());
    if (read.isEmpty()) {
      return 1;
    }
    String text = new String(read.get(), StandardCharsets.UTF_8);
    long lines = text.chars().filter(c -> c == '\n').count();
    long words = Arrays.stream(text.split("\\s+", -1)).filter(w -> !w.isEmpty()).count();
    List<String> shown = new ArrayList<>();
    boolean all = options.letters().isEmpty();
    if (all || options.has("l")) {
      shown.add(String.valueOf(lines));
    }
    if (all || options.has("w")) {
      shown.add(String.valueOf(words));
    }
    if (all || options.has("c")) {
      shown.add(String.valueOf(read.get().length));
    }
    shown.addAll(options.rest());
    call.out().line(String.join(" ", shown));
    return 0;
  }

  private static int grep(Call call) {
    Call.Options options = call.options("eABCm");
    List<String> rest = new ArrayList<>(options.rest());
    if (options.value("e").isEmpty() && rest.isEmpty()) {
      return call.fails(2, "expected a pattern");
    }
    String pattern = options.value("e").orElseGet(rest::removeFirst);
    Pattern wanted;
    try {
      String regex = options.has("F") ? Pattern.quote(pattern) : basic(call, options, pattern);
      wanted = Pattern.compile(regex, options.has("i") ? Pattern.CASE_INSENSITIVE : 0);
    } catch (PatternSyntaxException wrong) {
      return call.fails(2, "bad regex '" + pattern + "'");
    }
    boolean deep = options.has("r") || options.has("R");
    return new Search(call, options, wanted).run(deep && rest.isEmpty() ? List.of(".") : rest);
  }

  private static String basic(Call call, Call.Options options, String pattern) {
    boolean extended = options.has("E") || options.has("P") || call.name().equals("egrep");
    String regex =
        extended
            ? pattern
            : pattern.replaceAll("(?<!\\\\)([|(){}+?])", "\\\\\\\\$1").replace("\\\\|", "\\|");
    regex = extended ? regex : regex.replaceAll("\\\\\\\\([|(){}+?])", "\\\\$1");
    return options.has("w") ? "\\b(?:" + regex + ")\\b" : regex;
  }

  private static int sort(Call call) {
    Call.Options options = call.options("kt");
    Optional<byte[]> read = call.read(options.rest());
    if (read.isEmpty()) {
      return 2;
    }
    List<String> lines = new ArrayList<>(FilePrograms.lines(read.get()));
    if (options.has("n")) {
      lines.sort(java.util.Comparator.comparingLong(TextPrograms::leading));
    } else {
      Collections.sort(lines);
    }
    if (options.has("r")) {
      Collections.reverse(lines);
    }
    lines(call, options.has("u") ? lines.stream().distinct().toList() : lines);
    return 0;
  }

  private static long leading(String line) {
    String digits = line.strip().replaceAll("^(-?\\d{1,15}).*", "$1");
    return digits.matches("-?\\d+") ? Long.parseLong(digits) : 0;
  }

  private static int uniq(Call call) {
    Call.Options options = call.options("");
    Optional<byte[]> read = call.read(options.rest());
    if (read.isEmpty()) {
      return 1;
    }
    List<String> lines = FilePrograms.lines(read.get());
    for (int i = 0; i < lines.size(); ) {
      int from = i;
      while (i < lines.size() && lines.get(i).equals(lines.get(from))) {
        i++;
      }
      boolean shown = !options.has("d") || i - from > 1;
      String count = options.has("c") ? "%7d ".formatted(i - from) : "";
      if (shown) {
        call.out().line(count + lines.get(from));
      }
    }
    return 0;
  }
}
