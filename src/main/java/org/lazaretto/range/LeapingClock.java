package org.lazaretto.range;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.clock.RunningClock;
import org.lazaretto.range.clock.SteppedClock;

/**
 * A clock that first leaps over a cluster's past, in no time, and then runs. What was set in the
 * past and is still due happens in the present.
 */
final class LeapingClock implements RangeClock, AutoCloseable {
  private final SteppedClock past;
  private final Set<Due> pending = ConcurrentHashMap.newKeySet();
  private volatile Optional<RunningClock> present = Optional.empty();

  LeapingClock(Instant start) {
    this.past = new SteppedClock(start);
  }

  /** A task that may have to move from one clock to the other. */
  private final class Due implements Cancellable {
    private final Instant at;
    private final Runnable task;
    private volatile Cancellable timer = () -> {};

    Due(Instant at, Runnable task) {
      this.at = at;
      this.task = task;
    }

    Instant at() {
      return at;
    }

    void setOn(RangeClock clock) {
      timer = clock.after(Duration.between(clock.now(), at), this::run);
    }

    private void run() {
      pending.remove(this);
      task.run();
    }

    @Override
    public void cancel() {
      pending.remove(this);
      timer.cancel();
    }
  }

  @Override
  public Instant now() {
    return present.map(RunningClock::now).orElseGet(past::now);
  }

  @Override
  public Cancellable after(Duration simulated, Runnable task) {
    if (present.isPresent()) {
      return present.get().after(simulated, task);
    }
    Due due = new Due(past.now().plus(simulated), task);
    pending.add(due);
    due.setOn(past);
    return due;
  }

  /** Lets time pass in the caller's thread. Only before {@link #run}. */
  void leap(Duration time) {
    past.advance(time);
  }

  /** Runs from now on. Nobody else may set tasks meanwhile. */
  void run(double speed, InstantSource real) {
    RunningClock running = new RunningClock(past.now(), speed, real);
    List<Due> moving = new ArrayList<>(pending);
    pending.clear();
    moving.sort(Comparator.comparing(Due::at));
    present = Optional.of(running);
    moving.forEach(due -> due.setOn(running));
  }

  @Override
  public void close() {
    present.ifPresent(RunningClock::close);
  }
}
