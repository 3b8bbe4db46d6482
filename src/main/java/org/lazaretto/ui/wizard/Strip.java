package org.lazaretto.ui.wizard;

import java.time.Duration;
import java.util.Optional;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.run.Outcome;
import org.lazaretto.ui.wizard.run.RunState;
import org.lazaretto.ui.wizard.run.RunViewModel;

/**
 * What the strip says of a run whose drawer is closed.
 *
 * @param progress from 0 to 1
 * @param words which plan, and how it goes or went
 * @param over whether it can be put away, and no longer cancelled
 * @param stopping whether it was cancelled already
 */
record Strip(double progress, String words, String elapsed, boolean over, boolean stopping) {
  /** How long the strip tells that all went well before it goes by itself. */
  static final Duration LINGERING = Duration.ofSeconds(10);

  /**
   * What is to be said; empty if there is no run or its own drawer tells of it.
   *
   * @param open the wizard in the drawer
   */
  static Optional<Strip> of(Optional<RunViewModel> run, Optional<Wizard> open) {
    return run.filter(now -> open.filter(now.plan().wizard()::equals).isEmpty()).map(Strip::of);
  }

  private static Strip of(RunViewModel run) {
    RunState state = run.stateProperty().get();
    int all = run.lines().size();
    double progress = state.over() ? 1 : all == 0 ? 0 : run.settled() / (double) all;
    boolean stopping = state instanceof RunState.Stopping;
    String how =
        state.over()
            ? Outcome.of(state).verdict()
            : stopping ? Texts.of("wizard.run.stopping") : RunWords.counts(run);
    return new Strip(
        progress,
        Texts.of("wizard.strip.what", PlanWords.title(run.plan().wizard()), how),
        RunWords.spoken(run.elapsed()),
        state.over(),
        stopping);
  }

  /** Whether a run ended well and long enough ago to be told no longer. */
  static boolean told(RunViewModel run) {
    RunState state = run.stateProperty().get();
    return state.over()
        && Outcome.of(state).tone() == Outcome.Tone.GOOD
        && run.sinceEnd().compareTo(LINGERING) >= 0;
  }
}
