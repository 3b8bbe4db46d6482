package org.lazaretto.range.clock;

import java.time.Duration;
import java.time.Instant;

/** The time of a practice world. Every delay in it is measured here, so that a test can step it. */
public interface RangeClock {
  /** The simulated time. Never goes back. */
  Instant now();

  /**
   * Runs a task once, later.
   *
   * @param simulated how much simulated time has to pass first; zero or less means as soon as
   *     possible, but never before this call has returned
   * @param task what to run, in a thread of the clock; it must not block
   * @return calls the task off as long as it has not begun
   */
  Cancellable after(Duration simulated, Runnable task);
}
