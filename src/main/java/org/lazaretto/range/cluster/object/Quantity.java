package org.lazaretto.range.cluster.object;

import java.util.Map;
import java.util.OptionalLong;

/** Amounts as the API writes them: {@code 250m}, {@code 1.5}, {@code 512Mi}, {@code 2G}. */
public final class Quantity {
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("", 1.0),
          Map.entry("m", 0.001),
          Map.entry("k", 1e3),
          Map.entry("M", 1e6),
          Map.entry("G", 1e9),
          Map.entry("T", 1e12),
          Map.entry("Ki", 1024.0),
          Map.entry("Mi", 1024.0 * 1024),
          Map.entry("Gi", 1024.0 * 1024 * 1024),
          Map.entry("Ti", 1024.0 * 1024 * 1024 * 1024));

  private Quantity() {}

  /** The amount in thousandths; an empty or unreadable text is nothing. */
  public static long thousandths(String text) {
    return read(text, 1000);
  }

  /** The amount in whole units, rounded up; an empty or unreadable text is nothing. */
  public static long whole(String text) {
    return read(text, 1);
  }

  /** Whether the text is an amount. */
  public static boolean isOne(String text) {
    return parse(text, 1).isPresent();
  }

  private static long read(String text, int scale) {
    return parse(text, scale).orElse(0);
  }

  private static OptionalLong parse(String text, int scale) {
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    Double unit = UNITS.get(text.substring(end));
    String digits = text.substring(0, end);
    if (unit == null || !digits.matches("[0-9]+(\\.[0-9]+)?")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of((long) Math.ceil(Double.parseDouble(digits) * unit * scale - 1e-9));
  }
}
