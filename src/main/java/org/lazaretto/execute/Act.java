package org.lazaretto.execute;

import java.util.Optional;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.Exchange;

/**
 * What came of sending one step.
 *
 * @param outcome for the journal
 * @param exchange the request and its answer, where there was one
 * @param trouble what was in the way
 * @param made the object that was created, with its UID
 */
record Act(
    StepOutcome outcome, Optional<Exchange> exchange, Trouble trouble, Optional<ObjectRef> made) {
  Act(StepOutcome outcome, Optional<Exchange> exchange, Trouble trouble) {
    this(outcome, exchange, trouble, Optional.empty());
  }

  /** What was in the way of a step. */
  enum Trouble {
    NONE,
    /** The server's answer concerns this step alone. */
    STEP,
    /** This step is not permitted; others may be. */
    PERMISSION,
    /** No further step can get through. */
    ACCESS
  }

  static Act done(String observed, Exchange exchange) {
    return new Act(new StepOutcome.Done(observed), Optional.of(exchange), Trouble.NONE);
  }

  static Act made(String observed, ClusterControl.Created created) {
    return new Act(
        new StepOutcome.Done(observed),
        Optional.of(created.exchange()),
        Trouble.NONE,
        Optional.of(created.object()));
  }

  static Act of(StepOutcome outcome) {
    return new Act(outcome, Optional.empty(), Trouble.NONE);
  }

  static Act refused(String reason, boolean retryable) {
    return new Act(new StepOutcome.Refused(reason, retryable), Optional.empty(), Trouble.STEP);
  }

  static Act failed(String reason) {
    return new Act(new StepOutcome.Failed(reason), Optional.empty(), Trouble.STEP);
  }

  /** A server that says that it failed may have failed after it stored the change. */
  boolean effectPossible() {
    return switch (outcome) {
      case StepOutcome.Done _, StepOutcome.AlreadySo _, StepOutcome.Unknown _ -> true;
      case StepOutcome.Failed _ -> trouble == Trouble.STEP;
      case StepOutcome.Refused _, StepOutcome.NotStarted _ -> false;
    };
  }

  /** Whether it is doubtful that the change was made at all. */
  boolean doubtful() {
    return switch (outcome) {
      case StepOutcome.Unknown _, StepOutcome.Failed _ -> true;
      case StepOutcome.Done _,
          StepOutcome.AlreadySo _,
          StepOutcome.Refused _,
          StepOutcome.NotStarted _ ->
          false;
    };
  }
}
