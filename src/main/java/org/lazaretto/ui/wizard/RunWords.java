package org.lazaretto.ui.wizard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.run.RunLine;
import org.lazaretto.ui.wizard.run.RunLine.Phase;
import org.lazaretto.ui.wizard.run.RunViewModel;

/** How a run goes, in words. */
final class RunWords {
  private RunWords() {}

  /** How many steps stand where. */
  static String counts(RunViewModel run) {
    boolean begun = run.lines().stream().anyMatch(line -> line.phase() != Phase.QUEUED);
    if (!begun && !run.stateProperty().get().over()) {
      return Texts.of("wizard.run.checking");
    }
    List<String> parts = new ArrayList<>();
    parts.add(Texts.of("wizard.run.progress", run.settled(), run.lines().size()));
    int waiting = run.count(Phase.WAITING);
    int underWay =
        (int) run.lines().stream().filter(line -> line.phase().underWay()).count() - waiting;
    int unknown = run.count(Phase.UNKNOWN);
    int troubled =
        (int) run.lines().stream().filter(line -> line.phase().troubled()).count() - unknown;
    add(parts, "wizard.run.underWay", underWay);
    add(parts, "wizard.run.waiting", waiting);
    add(parts, "wizard.run.trouble", troubled);
    add(parts, "wizard.run.unknown", unknown);
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, String key, int count) {
    if (count > 0) {
      parts.add(Texts.of(key, count));
    }
  }

  /** The word of a phase. */
  static String phase(RunLine line) {
    return Texts.of("wizard.phase." + line.phase().word());
  }

  /** How long a run took; what was faster than a second did not take none. */
  static String took(Duration time) {
    return time.toSeconds() < 1
        ? Texts.of("wizard.result.tookLittle")
        : Texts.of("wizard.result.took", spoken(time));
  }

  /** Minutes and seconds. */
  static String spoken(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }
}
