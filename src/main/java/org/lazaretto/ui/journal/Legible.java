package org.lazaretto.ui.journal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Moments;
import org.lazaretto.ui.fx.Texts;

/** Puts times, sizes, hashes and hostile texts into a form that can be looked at. */
final class Legible {
  private static final int LONGEST_LINE = 400;
  private static final int LONGEST = 6000;
  private static final DateTimeFormatter CLOCK = utc("HH:mm:ss.SSS");
  private static final DateTimeFormatter DAY = utc("MM-dd HH:mm:ss");
  private static final DateTimeFormatter WHOLE = utc("uuuu-MM-dd HH:mm:ss.SSS'Z'");

  private Legible() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** UTC: the time of day, with the day where a journal spans several. */
  static String time(Instant at, boolean oneDay) {
    return (oneDay ? CLOCK : DAY).format(at);
  }

  static String whole(Instant at) {
    return WHOLE.format(at);
  }

  /** UTC, and the time where this machine stands. */
  static String both(Instant at, ZoneId here) {
    return Texts.of("journal.time.both", WHOLE.format(at), Moments.local(at, here));
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
    String number = String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    return number + " " + List.of("kB", "MB", "GB", "TB").get(unit);
  }

  /** A hash's first eight digits and its last four. */
  static String hash(String hash) {
    return hash.length() < 16
        ? hash
        : hash.substring(0, 8) + "…" + hash.substring(hash.length() - 4);
  }

  /** One line that is safe to look at. */
  static String line(String text) {
    return HostileText.visible(bounded(text, LONGEST_LINE));
  }

  /** Lines that are safe to look at. */
  static String lines(String text) {
    String safe =
        Arrays.stream(bounded(text, LONGEST).split("\n", -1))
            .map(HostileText::visible)
            .collect(Collectors.joining("\n"));
    return text.length() > LONGEST
        ? safe + "\n" + Texts.of("journal.text.longer", text.length() - LONGEST)
        : safe;
  }

  private static String bounded(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
