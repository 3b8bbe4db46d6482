package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import org.lazaretto.plan.Step;

/**
 * Waits between tries for a policy to be in force, which may take minutes (T-30). All pods of a run
 * wait for the same moment.
 */
final class Enforcement {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int LONGEST_REST = 20;

  private final Timing timing;

  Enforcement(Timing timing) {
    this.timing = timing;
  }

  /**
   * Whether to try again after what was seen, once it has waited for that.
   *
   * @param tries how many there were
   * @param seen what the last one came to
   */
  boolean again(Run run, Step step, int tries, String seen) {
    Instant now = timing.clock().instant();
    Duration patience = timing.patience().enforced();
    Instant end = run.proofs().isolated(now).plus(patience);
    Duration left = Duration.between(now, end);
    if (!left.isPositive() || !run.goesOn()) {
      return false;
    }
    long rest = Math.min(Math.min(1L << Math.min(tries, 5), LONGEST_REST), left.toSeconds() + 1);
    run.waits(
        step,
        seen
            + " It waits for the policy to be in force (T-30), tries again in "
            + rest
            + " s and gives up in "
            + spoken(left)
            + ".");
    for (long i = 0; i < rest && run.goesOn(); i++) {
      if (!timing.waiter().pause(TICK)) {
        return false;
      }
    }
    return run.goesOn();
  }

  /** How long it has been tried, for a person. */
  String tried(Run run, int tries) {
    Instant now = timing.clock().instant();
    return tries == 1
        ? ""
        : " Tried "
            + tries
            + " times within "
            + spoken(Duration.between(run.proofs().isolated(now), now))
            + ".";
  }

  private static String spoken(Duration time) {
    return time.toSeconds() < 60
        ? time.toSeconds() + " s"
        : "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
