package org.lazaretto.range.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of {@code curl} or {@code wget}. */
final class FetchWords {
  private static final Set<String> OF_BOTH =
      Set.of("-A", "--connect-timeout", "-d", "--data", "--data-binary", "--data-raw", "--header");
  private static final Set<String> OF_CURL =
      Set.of(
          "-m",
          "--max-time",
          "-o",
          "--output",
          "-X",
          "--request",
          "-H",
          "-w",
          "--write-out",
          "--user-agent",
          "-u",
          "--user",
          "--retry",
          "--cacert",
          "--oauth2-bearer",
          "--resolve");
  private static final Set<String> OF_WGET =
      Set.of("-T", "--timeout", "-O", "-U", "--tries", "-t", "--post-data", "--post-file");

  private final boolean curl;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> flags = new ArrayList<>();
  private final List<String> urls = new ArrayList<>();

  private FetchWords(boolean curl) {
    this.curl = curl;
  }

  static FetchWords of(List<String> words, boolean curl) {
    FetchWords read = new FetchWords(curl);
    for (int i = 0; i < words.size(); i++) {
      i = read.take(words, i);
    }
    return read;
  }

  private boolean takesValue(String word) {
    return OF_BOTH.contains(word) || (curl ? OF_CURL : OF_WGET).contains(word);
  }

  private void put(String word, String value) {
    values.computeIfAbsent(word, w -> new ArrayList<>()).add(value);
  }

  private int take(List<String> words, int i) {
    String word = words.get(i);
    int sign = word.startsWith("--") ? word.indexOf('=') : -1;
    if (sign > 0) {
      put(word.substring(0, sign), word.substring(sign + 1));
    } else if (takesValue(word)) {
      put(word, i + 1 < words.size() ? words.get(i + 1) : "");
      return i + 1;
    } else if (word.startsWith("--")) {
      flags.add(word);
    } else if (word.startsWith("-") && word.length() > 1) {
      return letters(words, i);
    } else {
      urls.add(word);
    }
    return i;
  }

  /** Letters together, of which the last may have a value. */
  private int letters(List<String> words, int i) {
    String word = words.get(i);
    for (int at = 1; at < word.length(); at++) {
      String letter = "-" + word.charAt(at);
      if (!takesValue(letter)) {
        flags.add(letter);
        continue;
      }
      String rest = word.substring(at + 1);
      put(letter, rest.isEmpty() && i + 1 < words.size() ? words.get(i + 1) : rest);
      return rest.isEmpty() ? i + 1 : i;
    }
    return i;
  }

  List<String> urls() {
    return urls;
  }

  boolean has(String... names) {
    return List.of(names).stream().anyMatch(flags::contains);
  }

  /** The last of an option's values. */
  Optional<String> value(String... names) {
    return List.of(names).stream()
        .map(name -> all(name))
        .filter(all -> !all.isEmpty())
        .map(List::getLast)
        .findFirst();
  }

  /** All values of an option, in their order. */
  List<String> all(String... names) {
    return List.of(names).stream()
        .flatMap(n -> values.getOrDefault(n, List.of()).stream())
        .toList();
  }

  Optional<Duration> time(String... names) {
    return value(names).flatMap(SystemPrograms::duration);
  }
}
