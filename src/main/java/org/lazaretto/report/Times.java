package org.lazaretto.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.lazaretto.journal.JournalLine;

/** Times as the report writes them: always UTC, with the date where a case spans days. */
record Times(boolean oneDay) {
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
  private static final DateTimeFormatter DAY_AND_CLOCK = format("MM-dd HH:mm:ss");
  private static final DateTimeFormatter WHOLE = format("yyyy-MM-dd HH:mm:ss'Z'");
  private static final DateTimeFormatter EXACT = format("yyyy-MM-dd HH:mm:ss.SSS'Z'");
  private static final DateTimeFormatter MINUTE = format("HH:mm");

  static Times over(List<JournalLine> lines) {
    return new Times(lines.stream().map(line -> day(line.at())).distinct().count() <= 1);
  }

  String brief(Instant at) {
    return (oneDay ? CLOCK : DAY_AND_CLOCK).format(at);
  }

  static String whole(Instant at) {
    return WHOLE.format(at);
  }

  static String exact(Instant at) {
    return EXACT.format(at);
  }

  static String clock(Instant at, boolean seconds) {
    return (seconds ? CLOCK : MINUTE).format(at);
  }

  /** A duration in its two largest units. */
  static String span(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800
        ? two(seconds / 3600, "h", seconds % 3600 / 60, "min")
        : two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
