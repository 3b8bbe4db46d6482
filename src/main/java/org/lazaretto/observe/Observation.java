package org.lazaretto.observe;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.port.ClusterWatch;

/** A cluster being watched, with a fresh snapshot at most ten times a second. */
public final class Observation implements AutoCloseable {
  private static final Duration BOUND = Duration.ofSeconds(90);
  private static final long PULSE_MILLIS = 100;

  private final ClusterWatch watch;
  private final ClusterObserver observer;
  private final ScheduledExecutorService pulse;
  private final Future<?> publishing;

  private Observation(
      ClusterWatch watch, ClusterObserver observer, ScheduledExecutorService pulse) {
    this.watch = watch;
    this.observer = observer;
    this.pulse = pulse;
    this.publishing =
        pulse.scheduleWithFixedDelay(
            observer::publish, PULSE_MILLIS, PULSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Starts the watch, which is closed with the observation. */
  public static Observation begin(
      ClusterWatch watch, ClusterIdentity cluster, InstantSource clock) {
    ClusterObserver observer = new ClusterObserver(cluster, clock, BOUND);
    Observation observation =
        new Observation(
            watch,
            observer,
            Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("observe").factory()));
    watch.start(observer);
    return observation;
  }

  /**
   * What was published last.
   *
   * @throws IllegalStateException if publishing has ended by a bug: a picture that does not move
   *     must not be taken for the cluster
   */
  public ClusterSnapshot snapshot() {
    if (publishing.state() == Future.State.FAILED) {
      throw new IllegalStateException("publishing has ended", publishing.exceptionNow());
    }
    return observer.snapshot();
  }

  /** As {@link ClusterObserver#awaitSynced}. */
  public SyncState awaitSynced(Duration patience) throws InterruptedException {
    return observer.awaitSynced(patience);
  }

  /** As {@link ClusterObserver#awaitSeen}. */
  public ClusterSnapshot awaitSeen(Predicate<ClusterSnapshot> seen, Duration patience)
      throws InterruptedException {
    return observer.awaitSeen(seen, patience);
  }

  /** As {@link ClusterObserver#listen}. */
  public Subscription listen(Consumer<ClusterSnapshot> listener) {
    return observer.listen(listener);
  }

  /** As {@link ClusterObserver#follow}. */
  public Subscription follow(ChangeListener listener) {
    return observer.follow(listener);
  }

  /** Ends the watch; the last snapshot stays. */
  @Override
  public void close() {
    watch.close();
    pulse.shutdownNow();
  }
}
