package org.lazaretto.ui.shell;

import java.util.concurrent.atomic.AtomicLong;

/** How many objects change in a minute. Counted on any thread, asked on one. */
final class ChangeRate {
  private static final int SECONDS = 60;

  private final AtomicLong counted = new AtomicLong();
  private final long[] last = new long[SECONDS];
  private int second;

  /** Counts changes. */
  void count(long changes) {
    counted.addAndGet(changes);
  }

  /** A second has passed. */
  void tick() {
    second = (second + 1) % SECONDS;
    last[second] = counted.getAndSet(0);
  }

  /** How many there were in the last sixty seconds. */
  long perMinute() {
    long sum = 0;
    for (long changes : last) {
      sum += changes;
    }
    return sum;
  }
}
