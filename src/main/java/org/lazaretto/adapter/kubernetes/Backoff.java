package org.lazaretto.adapter.kubernetes;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing delays between attempts, with jitter so that many watches that broke together do not come
 * back together. For one thread.
 */
final class Backoff {
  private final Duration first;
  private final Duration most;
  private final RandomGenerator random;
  private Duration next;

  Backoff(Duration first, Duration most, RandomGenerator random) {
    this.first = first;
    this.most = most;
    this.random = random;
    this.next = first;
  }

  /** The next delay: between half of and the whole of a time that doubles up to the longest. */
  Duration delay() {
    Duration full = next;
    next = full.multipliedBy(2).compareTo(most) > 0 ? most : full.multipliedBy(2);
    Duration half = full.dividedBy(2);
    return half.plusNanos(random.nextLong(1 + half.toNanos()));
  }

  /** It worked: begin with the first delay again. */
  void reset() {
    next = first;
  }
}
