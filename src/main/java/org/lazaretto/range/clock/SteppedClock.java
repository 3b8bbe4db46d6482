package org.lazaretto.range.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A clock that stands still until it is told to go on. Tasks run in the thread that advances it.
 */
public final class SteppedClock implements RangeClock {
  private final PriorityQueue<Due> tasks =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
  private Instant now;
  private long orders;

  /**
   * Starts a clock that stands still.
   *
   * @param start the first time it shows
   */
  public SteppedClock(Instant start) {
    this.now = start;
  }

  private record Due(Instant at, long order, Runnable task) {}

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Cancellable after(Duration simulated, Runnable task) {
    Duration delay = simulated.isNegative() ? Duration.ZERO : simulated;
    Due due = new Due(now.plus(delay), orders++, task);
    tasks.add(due);
    return () -> forget(due);
  }

  private synchronized void forget(Due due) {
    tasks.remove(due);
  }

  /**
   * Moves the time on and runs what falls due, in order of time and then of registration, each task
   * at its own time. Tasks that a task adds run too if they fall due within the same step.
   *
   * @param step how far; not negative
   */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("time does not go back: " + step);
    }
    Instant end = now().plus(step);
    for (Optional<Due> due = nextUntil(end); due.isPresent(); due = nextUntil(end)) {
      due.get().task().run();
    }
    standAt(end);
  }

  private synchronized Optional<Due> nextUntil(Instant end) {
    Optional<Due> due = Optional.ofNullable(tasks.peek()).filter(d -> !d.at().isAfter(end));
    due.ifPresent(d -> {
      tasks.remove(d);
      standAt(d.at());
    });
    return due;
  }

  private synchronized void standAt(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }
}
