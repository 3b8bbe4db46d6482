package org.lazaretto.ui.inspector;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A line of a log as the API gives it, after its time and a space.
 *
 * @param at when it was written, if the line begins with that
 * @param bytes how long the text is, of which a long one is not kept in full
 */
record LogLine(Optional<Instant> at, String text, long bytes) {
  static LogLine of(LineCutter.Cut cut) {
    int space = cut.text().indexOf(' ');
    Optional<Instant> at = space < 0 ? Optional.empty() : time(cut.text().substring(0, space));
    return at.isEmpty()
        ? new LogLine(at, cut.text(), cut.bytes())
        : new LogLine(at, cut.text().substring(space + 1), cut.bytes() - space - 1);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }
}
