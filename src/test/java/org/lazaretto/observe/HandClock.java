package org.lazaretto.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.lazaretto.fixture.Clusters;

/** A clock that a test moves by hand. */
final class HandClock implements InstantSource {
  private volatile Instant now = Clusters.NOW;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
