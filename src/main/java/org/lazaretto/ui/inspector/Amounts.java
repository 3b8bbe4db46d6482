package org.lazaretto.ui.inspector;

import java.util.Locale;

/** Amounts as a person reads them. */
final class Amounts {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Amounts() {}

  /** Thousandths of a core as cores. */
  static String cores(long millis) {
    return millis % 1_000 == 0
        ? Long.toString(millis / 1_000)
        : String.format(Locale.ROOT, "%.2f", millis / 1_000.0);
  }

  /** Bytes in the unit that leaves the fewest digits. */
  static String bytes(long bytes) {
    double left = bytes;
    int unit = 0;
    while (left >= 1_024 && unit < UNITS.length - 1) {
      left /= 1_024;
      unit++;
    }
    return String.format(
        Locale.ROOT, left == Math.rint(left) ? "%.0f %s" : "%.1f %s", left, UNITS[unit]);
  }
}
