package org.lazaretto.ui;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import org.lazaretto.ui.walkthrough.Hand;

/**
 * Watches whether the window ever waits for somebody else: for how long it has not moved. It is no
 * measurement of speed, which depends on the machine; a bound on it has to lie far above what
 * drawing takes and below what the other side lets one wait.
 */
final class PulseWatch {
  private final AtomicLong longest = new AtomicLong();
  private final Hand hand;
  private final AnimationTimer timer;

  /** Starts to watch. */
  PulseWatch(Hand hand) throws InterruptedException {
    this.hand = hand;
    this.timer = hand.see(Gauge::new);
    hand.act(timer::start);
  }

  private final class Gauge extends AnimationTimer {
    private long then = System.nanoTime();

    @Override
    public void handle(long pulse) {
      long now = System.nanoTime();
      longest.accumulateAndGet(now - then, Math::max);
      then = now;
    }
  }

  /** The longest that the window has not moved. */
  Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  /** Watches no longer. */
  void end() throws InterruptedException {
    hand.act(timer::stop);
  }
}
