package org.lazaretto.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of a journal: what the machine says the time is, and what never jumps. Where they
 * part, the journal says so with a {@link Entry.ClockJump}.
 *
 * @param wall the time of day
 * @param nanos a monotonic count of nanoseconds, such as {@code System::nanoTime}
 */
public record CaseClock(InstantSource wall, LongSupplier nanos) {
  /** A clock that never parts from itself: for practice worlds and tests. */
  public static CaseClock steady(InstantSource wall) {
    return new CaseClock(
        wall, () -> Duration.between(Instant.EPOCH, wall.instant()).toMillis() * 1_000_000);
  }
}
