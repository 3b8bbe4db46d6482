package org.lazaretto.execute;

import java.time.Duration;

/**
 * How long a run waits for what, before it says that it does not hold.
 *
 * @param budget for a disruption budget to let an eviction through
 * @param gone for an evicted pod to end, beyond its own grace period
 * @param ready for replacements to be ready, or a rollout to be complete
 * @param unanswered for the effect of a change whose answer was lost
 * @param silence for a cluster that answers no read in a row
 * @param enforced for a network policy to be in force everywhere (T-30)
 */
public record Patience(
    Duration budget,
    Duration gone,
    Duration ready,
    Duration unanswered,
    Duration silence,
    Duration enforced) {
  /** Five minutes for a budget, ten for a rollout, as their defaults elsewhere. */
  public static final Patience DEFAULT =
      new Patience(
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5));
}
