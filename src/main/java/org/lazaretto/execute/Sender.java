package org.lazaretto.execute;

import java.util.Optional;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.plan.Step;
import org.lazaretto.port.PortException;

/**
 * Sends one change: a slot, the intent on disk, the request, the outcome on disk. It is sent again
 * only after the server said that it changed nothing for now (429), never after a lost answer.
 */
final class Sender {
  /** What every budget's refusal begins with. */
  private static final String USUAL =
      "Cannot evict pod as it would violate the pod's disruption budget. ";

  private final Lanes lanes;
  private final Timing timing;

  Sender(Lanes lanes, Timing timing) {
    this.lanes = lanes;
    this.timing = timing;
  }

  /** One request. */
  interface Change {
    Act send() throws PortException;
  }

  /** What came of it; empty if it was never sent. */
  Optional<Act> send(Run run, Step step, Change change) {
    Optional<Try> first =
        lanes.inSlot(() -> run.intends(step) ? Optional.of(once(change)) : Optional.empty());
    if (first.isEmpty()) {
      run.skipped(step, "It was not sent.");
      return Optional.empty();
    }
    Act act = insist(run, step, change, first.get());
    run.ended(step, act);
    return Optional.of(act);
  }

  private Act insist(Run run, Step step, Change change, Try first) {
    Backoff backoff = new Backoff(timing);
    Try last = first;
    for (int tries = 1; last.throttled().isPresent(); tries++) {
      String words = last.act().outcome().text();
      run.waits(step, why(last.throttled().get(), words));
      if (!backoff.pause(last.throttled().get().retryAfter())) {
        return givenUp("Still refused after " + tries + " tries: " + words);
      }
      if (!run.goesOn()) {
        return givenUp("The run was stopped while it waited: " + words);
      }
      last = lanes.inSlot(() -> once(change));
    }
    return last.act();
  }

  /** There is room for one line, so that it says no more than how long, and for what. */
  private String why(PortException.Answer answer, String words) {
    String reason = answer.detail().isEmpty() ? words : answer.detail().replace(USUAL, "");
    return "asked again for at most %d min: %s"
        .formatted(timing.patience().budget().toMinutes(), reason);
  }

  private static Act givenUp(String reason) {
    return Act.of(new StepOutcome.Refused(reason, true));
  }

  private record Try(Act act, Optional<PortException.Answer> throttled) {}

  private static Try once(Change change) {
    try {
      return new Try(change.send(), Optional.empty());
    } catch (PortException e) {
      boolean throttled = e.kind() == PortException.Kind.THROTTLED;
      return new Try(Refusals.act(e), throttled ? Optional.of(e.answer()) : Optional.empty());
    }
  }
}
