package org.lazaretto.ui.inspector;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.lazaretto.ui.fx.Moments;

/** Times as the window shows them: UTC, with this machine's own on hover. */
final class Times {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  /** The time of day. */
  static String utc(Instant time) {
    return Moments.clock(time);
  }

  /** The time of day to the millisecond. */
  static String exact(Instant time) {
    return EXACT.format(time);
  }

  /** Date and time, in UTC and in this machine's zone. */
  static String both(Instant time) {
    return Moments.whole(time) + "\n" + Moments.local(time, ZoneId.systemDefault());
  }
}
