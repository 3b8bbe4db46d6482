package org.lazaretto.report;

import java.util.List;
import java.util.Locale;
import org.lazaretto.model.Connections;

/** Counts, lists, sizes and hashes in words. */
final class Wording {
  private static final List<String> SMALL =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private Wording() {}

  /** {@code two nodes}, {@code one node}, {@code 37 nodes}. */
  static String count(long number, String one) {
    return number(number) + " " + (number == 1 ? one : one + "s");
  }

  static String number(long number) {
    return number >= 0 && number < SMALL.size() ? SMALL.get((int) number) : Long.toString(number);
  }

  static String were(long number) {
    return number == 1 ? " was " : " were ";
  }

  /** The first letter in upper case, as a sentence begins. */
  static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** At most that many names, and how many there are beside them. */
  static String list(List<String> names, int most) {
    int shown = names.size() <= most + 1 ? names.size() : most;
    List<String> first = names.subList(0, shown);
    if (shown < names.size()) {
      return String.join(", ", first) + " and " + (names.size() - shown) + " more";
    }
    return first.size() < 2
        ? String.join("", first)
        : String.join(", ", first.subList(0, shown - 1)) + " and " + first.get(shown - 1);
  }

  /** Bytes in decimal units. */
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5 && unit < 3) {
      value /= 1000;
      unit++;
    }
    String pattern = value < 10 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, pattern, value)
        + " "
        + List.of("kB", "MB", "GB", "TB").get(unit);
  }

  /** A hash's first twelve digits and its last four, in groups. */
  static String shortened(String hash) {
    return hash.length() < 24
        ? hash
        : String.join(
            " ",
            hash.substring(0, 4),
            hash.substring(4, 8),
            hash.substring(8, 12),
            "…",
            hash.substring(hash.length() - 4));
  }

  /** Whether connections get through, in words. */
  static String state(Connections.State state) {
    return switch (state) {
      case BLOCKED -> "blocked";
      case OPEN -> "open";
      case CANNOT_TELL -> "cannot tell";
    };
  }

  /** A text with a full stop if it has none. */
  static String stopped(String text) {
    return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
  }
}
