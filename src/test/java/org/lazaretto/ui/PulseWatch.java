package org.lazaretto.ui;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import org.lazaretto.ui.walkthrough.Hand;

/**
 * Watches whether the window stays responsive. What a pulse costs is measured as the CPU time of
 * the toolkit's thread from one pulse to the next, which other programs on the machine do not
 * change; that the thread does not wait for anybody is seen in the time on the wall, more coarsely.
 */
final class PulseWatch {
  /** A pulse that takes longer is felt. */
  static final Duration MOST = Duration.ofMillis(100);

  private final AtomicLong slowest = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();
  private final Hand hand;
  private final AnimationTimer timer;

  /** Starts to watch. */
  PulseWatch(Hand hand) throws InterruptedException {
    this.hand = hand;
    this.timer = hand.see(Gauge::new);
    hand.act(timer::start);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private final class Gauge extends AnimationTimer {
    private long then = System.nanoTime();
    private long spent = cpu();

    @Override
    public void handle(long pulse) {
      long now = System.nanoTime();
      long cpu = cpu();
      longest.accumulateAndGet(now - then, Math::max);
      slowest.accumulateAndGet(cpu - spent, Math::max);
      then = now;
      spent = cpu;
    }
  }

  /** The most CPU time that the toolkit's thread has spent between two pulses. */
  Duration slowest() {
    return Duration.ofNanos(slowest.get());
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
