package org.lazaretto.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.desk.CaseProgress;
import org.lazaretto.ui.desk.Course;
import org.lazaretto.ui.desk.NextStep;
import org.lazaretto.ui.desk.Phase;
import org.lazaretto.ui.fx.Texts;

/** The phases of an incident as the rail shows them, and the next sensible step. */
final class RailViewModel {
  private RailViewModel() {}

  /**
   * One phase on the rail.
   *
   * @param word its name
   * @param hover what its state means
   * @param clickable whether a click leads to it
   */
  record Stage(Phase phase, Phase.State state, String word, String hover, boolean clickable) {}

  /**
   * What comes next.
   *
   * @param words such as {@code cordon ip-10-0-1-17}
   * @param why which order it follows
   * @param phase where it leads
   */
  record Next(String words, String why, Phase phase) {}

  /**
   * The rail.
   *
   * @param next empty if all that this version guides through is done
   */
  record Rail(List<Stage> stages, Optional<Next> next) {}

  /** The rail of a case in that order, with a wizard open beside it or not. */
  static Rail rail(CaseProgress progress, Course course, Optional<Wizard> open) {
    List<Stage> stages = new ArrayList<>();
    for (Phase phase : shown(progress, course, open)) {
      Phase.State state = progress.state(phase);
      boolean here = open.map(Phase::of).filter(phase::equals).isPresent();
      if (here) {
        state = Phase.State.CURRENT;
      } else if (open.isPresent() && state == Phase.State.CURRENT) {
        state = Phase.State.OPEN;
      }
      stages.add(stage(phase, state, course.skipped().contains(phase)));
    }
    String why =
        Texts.of(
            course.chosen() ? "shell.next.chosen" : "shell.next.proposed",
            OrderWords.name(course.order()));
    return new Rail(
        stages, NextStep.of(progress).map(next -> new Next(next.words(), why, next.phase())));
  }

  /** A wizard that is open has its place on the rail, whatever the order does without. */
  private static List<Phase> shown(CaseProgress progress, Course course, Optional<Wizard> open) {
    List<Phase> shown = new ArrayList<>(course.shown(progress));
    open.map(Phase::of)
        .filter(phase -> !shown.contains(phase))
        .ifPresent(phase -> shown.add(shown.size() - 1, phase));
    return shown;
  }

  private static Stage stage(Phase phase, Phase.State state, boolean skipped) {
    String word = Texts.of("shell.phase." + key(phase.name()));
    boolean useless = skipped && state == Phase.State.OPEN;
    String hover = Texts.of("shell.phase.state." + (useless ? "skipped" : key(state.name())), word);
    return new Stage(phase, state, word, hover, phase.guided());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
