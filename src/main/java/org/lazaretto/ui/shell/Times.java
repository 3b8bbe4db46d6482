package org.lazaretto.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.lazaretto.ui.fx.Moments;

/** Moments and durations as the frame writes them: UTC first, local time for the hover. */
final class Times {
  private Times() {}

  static String clock(Instant at) {
    return Moments.clock(at);
  }

  static String moment(Instant at) {
    return Moments.whole(at);
  }

  static String local(Instant at, ZoneId zone) {
    return Moments.local(at, zone);
  }

  /** Such as {@code 00:14:32} or {@code 2 d 03:14:32}; never below zero. */
  static String elapsed(Duration duration) {
    Duration shown = duration.isNegative() ? Duration.ZERO : duration;
    String clock =
        "%02d:%02d:%02d"
            .formatted(shown.toHoursPart(), shown.toMinutesPart(), shown.toSecondsPart());
    return shown.toDays() == 0 ? clock : shown.toDays() + " d " + clock;
  }

  /** Such as {@code 12 s}, {@code 4 min}, {@code 3 h}, {@code 2 d}. */
  static String rough(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    } else if (seconds < 7200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }
}
