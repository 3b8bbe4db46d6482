package org.lazaretto.ui.wizard;

import java.util.Optional;
import javafx.util.Subscription;
import org.lazaretto.session.CaseWork;
import org.lazaretto.session.Order;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.wizard.run.Outcome;
import org.lazaretto.ui.wizard.run.RunState;
import org.lazaretto.ui.wizard.run.RunViewModel;
import org.lazaretto.ui.wizard.run.Runs;

/** The run of a wizard's plan, from when it was sent until the wizard plans again. */
final class SentPlan {
  private final CaseWork work;
  private final Background background;
  private final Runs runs;
  private final Runnable journalGrew;
  private Optional<RunViewModel> run = Optional.empty();
  private Subscription listening = Subscription.EMPTY;

  /** Nothing is sent yet. */
  SentPlan(CaseWork work, Background background, Runs runs, Runnable journalGrew) {
    this.work = work;
    this.background = background;
    this.runs = runs;
    this.journalGrew = journalGrew;
  }

  /** The run, once there is one. */
  Optional<RunViewModel> run() {
    return run;
  }

  /** Gives an order a run that has not begun. */
  void take(Order order) {
    run = Optional.of(new RunViewModel(work, background, order, journalGrew));
  }

  /**
   * Begins what was taken.
   *
   * @param statement who decides, and why: goes to the journal first
   * @param grew hears of each state of the run
   */
  void begin(String statement, Runnable grew) {
    RunViewModel taken = run.orElseThrow();
    listening = taken.stateProperty().subscribe(_ -> grew.run());
    runs.begin(taken, statement);
  }

  /** Lets go of the run; it goes on by itself. */
  void forget() {
    stopListening();
    run = Optional.empty();
  }

  void stopListening() {
    listening.unsubscribe();
  }

  /** Whether it came to an end, whichever. */
  boolean over() {
    return state().filter(RunState::over).isPresent();
  }

  /** Whether it came to what it was to come to. */
  boolean worked() {
    return state()
        .filter(RunState::over)
        .filter(state -> Outcome.of(state).tone() == Outcome.Tone.GOOD)
        .isPresent();
  }

  private Optional<RunState> state() {
    return run.map(known -> known.stateProperty().get());
  }
}
