package org.lazaretto.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.desk.CaseProgress;
import org.lazaretto.ui.fx.Texts;

/** What the header says of the time that has passed. */
final class HeaderViewModel {
  private final ZoneId zone;

  HeaderViewModel(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The time since the first mark, or since the case was opened.
   *
   * @param shown such as {@code +00:14:32}
   * @param hover since when, in UTC and in the time of this place
   */
  record Elapsed(String shown, String hover) {}

  Elapsed elapsed(CaseProgress progress, Instant now) {
    Instant from = progress.countedFrom();
    String key = progress.firstMark().isPresent() ? "shell.elapsed.mark" : "shell.elapsed.case";
    return new Elapsed(
        "+" + Times.elapsed(Duration.between(from, now)),
        Texts.of(key, Times.moment(from), Times.local(from, zone)));
  }

  /** The label of the band around an exercise. */
  static String exercise(String title) {
    return Texts.of("shell.exercise", HostileText.visible(title))
        .toUpperCase(java.util.Locale.ROOT);
  }
}
