package org.lazaretto.range.shell;

import java.util.Locale;

/** Sizes for people. */
final class Sizes {
  private Sizes() {}

  /** As in {@code 3.2M}. */
  static String human(long bytes) {
    double left = bytes;
    String units = "KMGT";
    int unit = -1;
    while (left >= 1024 && unit < units.length() - 1) {
      left /= 1024;
      unit++;
    }
    return unit < 0
        ? String.valueOf(bytes)
        : String.format(Locale.ROOT, "%.1f%c", left, units.charAt(unit));
  }
}
