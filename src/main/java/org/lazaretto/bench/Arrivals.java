package org.lazaretto.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.lazaretto.execute.RunListener;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Step;

/** Notes when the last of the evicted pods was seen to be gone. */
final class Arrivals implements RunListener {
  private final AtomicInteger gone = new AtomicInteger();
  private final AtomicLong last = new AtomicLong();

  int gone() {
    return gone.get();
  }

  /** In the measure of {@link System#nanoTime}. */
  long lastGone() {
    return last.get();
  }

  @Override
  public void gone(Step step) {
    gone.incrementAndGet();
    last.accumulateAndGet(System.nanoTime(), Math::max);
  }

  @Override
  public void started(Step step) {}

  @Override
  public void waiting(Step step, String why) {}

  @Override
  public void ended(Step step, StepOutcome outcome) {}

  @Override
  public void verified(Step step, Verdict verdict) {}
}
