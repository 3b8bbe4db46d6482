package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.lazaretto.fixture.Clusters;

/** A clock that moves only when somebody waits on it. */
final class HandTime implements InstantSource, Waiter {
  private Instant now = Clusters.NOW;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized boolean pause(Duration time) {
    now = now.plus(time);
    return true;
  }

  /** Everything on the calling thread, one step after another. */
  Timing timing() {
    return new Timing(this, this, Runnable::run, () -> 0.5, Patience.DEFAULT, 4);
  }
}
