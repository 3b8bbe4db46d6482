package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    all.put("tr", TextPrograms::tr);
    all.put("cut", TextPrograms::cut);
    all.put("strings", TextPrograms::strings);
    all.put("base64", TextPrograms::base64);
    all.put("xargs", TextPrograms::xargs);
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

  private static String escaped(String text) {
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

  private static int tr(Call call) {
    Call.Options options = call.options("");
    String text = new String(call.input().all(), StandardCharsets.ISO_8859_1);
    String from = set(options.rest().isEmpty() ? "" : options.rest().getFirst());
    String to = options.rest().size() < 2 ? "" : set(options.rest().get(1));
    StringBuilder changed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = from.indexOf(c);
      if (at < 0) {
        changed.append(c);
      } else if (!options.has("d") && !to.isEmpty()) {
        changed.append(to.charAt(Math.min(at, to.length() - 1)));
      }
    }
    call.out().write(changed.toString().getBytes(StandardCharsets.ISO_8859_1));
    return 0;
  }

  private static String set(String word) {
    String text = escaped(word.replace("\\000", "\0"));
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i + 2 < text.length() && text.charAt(i + 1) == '-') {
        for (char c = text.charAt(i); c <= text.charAt(i + 2); c++) {
          all.append(c);
        }
        i += 2;
      } else {
        all.append(text.charAt(i));
      }
    }
    return all.toString();
  }

  private static int cut(Call call) {
    Call.Options options = call.options("dfc");
    Optional<byte[]> read = call.read(options.rest());
    if (read.isEmpty()) {
      return 1;
    }
    String divider = options.value("d").orElse("\t");
    List<Integer> wanted = numbers(options.value("f").or(() -> options.value("c")).orElse("1"));
    for (String line : FilePrograms.lines(read.get())) {
      String[] parts =
          options.has("c") ? line.split("", -1) : line.split(Pattern.quote(divider), -1);
      call.out()
          .line(
              wanted.stream()
                  .filter(n -> n <= parts.length)
                  .map(n -> parts[n - 1])
                  .collect(Collectors.joining(options.has("c") ? "" : divider)));
    }
    return 0;
  }

  private static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String each : list.split(",", -1)) {
      if (each.matches("\\d{1,4}")) {
        numbers.add(Math.max(1, Integer.parseInt(each)));
      } else if (each.matches("\\d{1,4}-\\d{0,4}")) {
        String[] ends = each.split("-", -1);
        int to = ends[1].isEmpty() ? 200 : Integer.parseInt(ends[1]);
        IntStream.rangeClosed(Math.max(1, Integer.parseInt(ends[0])), to).forEach(numbers::add);
      }
    }
    return numbers;
  }

  private static int strings(Call call) {
    Optional<byte[]> read = call.read(call.options("n").rest());
    if (read.isEmpty()) {
      return 1;
    }
    StringBuilder word = new StringBuilder();
    for (byte each : read.get()) {
      if (each >= 32 && each < 127) {
        word.append((char) each);
        continue;
      }
      if (word.length() >= call.options("n").number("n", 4)) {
        call.out().line(word.toString());
      }
      word.setLength(0);
    }
    if (word.length() >= 4) {
      call.out().line(word.toString());
    }
    return 0;
  }

  private static int base64(Call call) {
    Call.Options options = call.options("w");
    Optional<byte[]> read = call.read(options.rest());
    if (read.isEmpty()) {
      return 1;
    }
    if (options.has("d")) {
      try {
        call.out().write(Base64.getMimeDecoder().decode(read.get()));
        return 0;
      } catch (IllegalArgumentException wrong) {
        return call.fails(1, "truncated input");
      }
    }
    byte[] end = {'\n'};
    Base64.Encoder encoder =
        options.value("w").filter("0"::equals).isPresent()
            ? Base64.getEncoder()
            : Base64.getMimeEncoder(76, end);
    call.out().line(encoder.encodeToString(read.get()));
    return 0;
  }

  private static int xargs(Call call) {
    Call.Options options = call.options("nI");
    boolean zero = options.has("0");
    String text = new String(call.input().all(), StandardCharsets.UTF_8);
    List<String> words =
        new ArrayList<>(options.rest().isEmpty() ? List.of("echo") : options.rest());
    for (String each : text.split(zero ? "\0" : "\\s+", -1)) {
      if (!each.isEmpty()) {
        words.add(each);
      }
    }
    return new Interpreter(call.session())
        .invoke(words, new Interpreter.Streams(() -> new byte[0], call.out(), call.err()));
  }
}
