package org.lazaretto.range.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A clock that runs by itself, at the pace of the real one or a multiple of it. */
public final class RunningClock implements RangeClock, AutoCloseable {
  private final Instant start;
  private final double speed;
  private final InstantSource real;
  private final Instant realStart;
  private final ScheduledThreadPoolExecutor scheduler;

  /**
   * Starts the clock.
   *
   * @param start the first time it shows
   * @param speed simulated seconds for each real one, above zero
   * @param real the real time it follows
   */
  public RunningClock(Instant start, double speed, InstantSource real) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be above zero: " + speed);
    }
    this.start = start;
    this.speed = speed;
    this.real = real;
    this.realStart = real.instant();
    this.scheduler =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("range-clock").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    Duration passed = Duration.between(realStart, real.instant());
    return start.plusNanos(passed.isNegative() ? 0 : Math.round(passed.toNanos() * speed));
  }

  @Override
  public Cancellable after(Duration simulated, Runnable task) {
    long nanos = simulated.isNegative() ? 0 : Math.round(simulated.toNanos() / speed);
    Future<?> future = scheduler.schedule(() -> run(task), nanos, TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  /**
   * A task that fails must be seen: a scheduler would keep its exception in a future nobody reads.
   */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }

  /** Stops it; tasks that are not due yet never run. */
  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
