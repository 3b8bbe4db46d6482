package org.lazaretto.bench;

import java.util.Locale;

/**
 * What the toolkit's thread did from one pulse to the next, or, seen by who uses the window, for
 * how long it did not answer.
 *
 * @param page what was on its way into the window
 * @param millis CPU of that thread
 * @param what ran in it, the most frequent first; empty if it was short
 */
record Turn(String page, double millis, String what) {
  private static final String BEGIN = "turn";

  /** As a line that {@link #read} understands. */
  String line() {
    return String.join("\t", BEGIN, page, String.format(Locale.ROOT, "%.3f", millis), what);
  }

  static boolean isLine(String line) {
    return line.startsWith(BEGIN + "\t");
  }

  static Turn read(String line) {
    String[] parts = line.split("\t", -1);
    return new Turn(parts[1], Double.parseDouble(parts[2]), parts[3]);
  }
}
