package org.lazaretto.ui.inspector;

import java.time.Duration;
import java.time.Instant;
import org.lazaretto.ui.fx.Texts;

/** How long something lasts, in two units at most. */
final class Spans {
  private Spans() {}

  /** From then to now; clocks that disagree make it nothing, not less. */
  static String between(Instant then, Instant now) {
    Duration span = Duration.between(then, now);
    return words(span.isNegative() ? Duration.ZERO : span);
  }

  static String words(Duration span) {
    long minutes = span.toMinutes();
    if (minutes == 0) {
      return Texts.of("inspector.span.seconds", span.toSeconds());
    }
    if (span.toHours() == 0) {
      return Texts.of("inspector.span.minutes", minutes);
    }
    return span.toDays() == 0
        ? Texts.of("inspector.span.hours", span.toHours(), span.toMinutesPart())
        : Texts.of("inspector.span.days", span.toDays(), span.toHoursPart());
  }
}
