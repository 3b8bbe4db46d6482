package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Ages as kubectl's users know them: {@code 45s}, {@code 3m10s}, {@code 5h12m}, {@code 2d4h}. */
final class Ages {
  private static final String UNKNOWN = "<unknown>";
  private static final long DAYS_OF_YEAR = 365;

  private Ages() {}

  static String since(JsonNode timestamp, Instant now) {
    if (!timestamp.isTextual()) {
      return UNKNOWN;
    }
    try {
      return of(Duration.between(Instant.parse(timestamp.asText()), now));
    } catch (DateTimeException nonsense) {
      return UNKNOWN;
    }
  }

  static String of(Duration age) {
    long seconds = age.toSeconds();
    if (seconds < -1) {
      return "<invalid>";
    }
    if (seconds < 0) {
      return "0s";
    }
    return seconds < 600 ? inSeconds(seconds) : inLargerUnits(age);
  }

  private static String inSeconds(long seconds) {
    return seconds < 120 ? seconds + "s" : two(seconds / 60, "m", seconds % 60, "s");
  }

  private static String inLargerUnits(Duration age) {
    long minutes = age.toMinutes();
    long hours = age.toHours();
    long days = age.toDays();
    if (minutes < 180) {
      return minutes + "m";
    }
    if (hours < 8) {
      return two(hours, "h", minutes % 60, "m");
    }
    if (hours < 48) {
      return hours + "h";
    }
    if (hours < 24 * 8) {
      return two(days, "d", hours % 24, "h");
    }
    if (days < 2 * DAYS_OF_YEAR) {
      return days + "d";
    }
    long years = days / DAYS_OF_YEAR;
    return days < 8 * DAYS_OF_YEAR ? two(years, "y", days % DAYS_OF_YEAR, "d") : years + "y";
  }

  private static String two(long big, String bigUnit, long small, String smallUnit) {
    return big + bigUnit + (small == 0 ? "" : small + smallUnit);
  }
}
