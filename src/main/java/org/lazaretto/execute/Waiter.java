package org.lazaretto.execute;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits on behalf of a run; tests pass one that moves a hand clock. */
@FunctionalInterface
public interface Waiter {
  /**
   * Waits that long.
   *
   * @return false if the thread was interrupted; its mark then stays set
   */
  boolean pause(Duration time);

  /** Waits in real time. */
  static Waiter real() {
    return time -> {
      try {
        return !new Semaphore(0).tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
