package org.lazaretto.ui.fx;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the window writes them: in UTC, and in a zone of this world for the hover. */
public final class Moments {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

  private Moments() {}

  /** The time of day in UTC, to the second. */
  public static String clock(Instant at) {
    return CLOCK.format(at);
  }

  /** Date and time in UTC, to the second. */
  public static String whole(Instant at) {
    return WHOLE.format(at);
  }

  /** Date and time in that zone, with the zone's name. */
  public static String local(Instant at, ZoneId zone) {
    return LOCAL.withZone(zone).format(at);
  }
}
