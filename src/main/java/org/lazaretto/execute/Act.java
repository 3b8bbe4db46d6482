package org.lazaretto.execute;

import java.util.Optional;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.port.Exchange;

/**
 * What came of sending one step.
 *
 * @param outcome for the journal
 * @param exchange the request and its answer, where there was one
 * @param trouble what was in the way
 */
record Act(StepOutcome outcome, Optional<Exchange> exchange, Trouble trouble) {
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

  static Act of(StepOutcome outcome) {
    return new Act(outcome, Optional.empty(), Trouble.NONE);
  }

  static Act refused(String reason, boolean retryable) {
    return new Act(new StepOutcome.Refused(reason, retryable), Optional.empty(), Trouble.STEP);
  }

  static Act failed(String reason) {
    return new Act(new StepOutcome.Failed(reason), Optional.empty(), Trouble.STEP);
  }
}
