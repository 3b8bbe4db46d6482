package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Growing pauses between two tries of a change that was refused for now. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Timing timing;
  private final Instant deadline;
  private Duration next = FIRST;

  Backoff(Timing timing) {
    this.timing = timing;
    this.deadline = timing.clock().instant().plus(timing.patience().budget());
  }

  /** Waits before the next try, at least as long as the server asks; false if patience ends. */
  boolean pause(Optional<Duration> asked) {
    long spread = (long) (next.toMillis() * (0.5 + timing.jitter().getAsDouble()));
    Duration own = Duration.ofMillis(spread);
    Duration delay = asked.filter(wish -> wish.compareTo(own) > 0).orElse(own);
    next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    return !timing.clock().instant().plus(delay).isAfter(deadline) && timing.waiter().pause(delay);
  }
}
