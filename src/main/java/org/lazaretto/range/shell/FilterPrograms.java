package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Programs that change what flows through them. */
final class FilterPrograms {
  private FilterPrograms() {}

  static void addTo(Map<String, Program> all) {
    all.put("tr", FilterPrograms::tr);
    all.put("cut", FilterPrograms::cut);
    all.put("strings", FilterPrograms::strings);
    all.put("base64", FilterPrograms::base64);
    all.put("xargs", FilterPrograms::xargs);
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
    String text = TextPrograms.escaped(word.replace("\\000", "\0"));
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
