package org.lazaretto.ui.inspector;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the window shows them: UTC, with this machine's own on hover. */
final class Times {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ENGLISH);

  private Times() {}

  /** The time of day. */
  static String utc(Instant time) {
    return CLOCK.format(time);
  }

  /** The time of day to the millisecond. */
  static String exact(Instant time) {
    return EXACT.format(time);
  }

  /** Date and time, in UTC and in this machine's zone. */
  static String both(Instant time) {
    return WHOLE.format(time) + "\n" + LOCAL.format(time.atZone(ZoneId.systemDefault()));
  }
}
