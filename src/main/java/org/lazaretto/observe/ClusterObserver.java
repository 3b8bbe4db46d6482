package org.lazaretto.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.ClusterWatch;

/**
 * Makes snapshots of what a watch tells. Changes are gathered under a lock that is held briefly,
 * only the last state of each object counts, and nothing is seen of them before {@link #publish}.
 * Each kind has its own clock: one that falls silent is told as stale, whatever its watch believes.
 * Safe for several threads.
 */
public final class ClusterObserver implements ClusterWatch.Sink {
  private final InstantSource clock;
  private final Duration bound;
  private final AtomicReference<ClusterSnapshot> current;
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock writing = new ReentrantLock();
  private final Condition published = writing.newCondition();
  private final Map<ObservedKind, KindTrack> tracks = new EnumMap<>(ObservedKind.class);
  private final List<Consumer<ClusterSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private final List<ChangeListener> followers = new CopyOnWriteArrayList<>();

  /**
   * An observer that has heard nothing yet.
   *
   * @param bound after how long a silence a kind is stale
   */
  public ClusterObserver(ClusterIdentity cluster, InstantSource clock, Duration bound) {
    this.clock = clock;
    this.bound = bound;
    Instant now = clock.instant();
    this.current = new AtomicReference<>(ClusterSnapshot.empty(cluster, now));
    for (ObservedKind kind : ObservedKind.values()) {
      tracks.put(kind, new KindTrack(now));
    }
  }

  /** What was published last; costs nothing. */
  public ClusterSnapshot snapshot() {
    return current.get();
  }

  /**
   * Calls the listener with each new snapshot, on the thread that publishes: it has to return at
   * once and may not throw.
   */
  public Subscription listen(Consumer<ClusterSnapshot> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Tells the listener everything there is, at once and on this thread, and then each publish with
   * what it changed, none left out and none twice. With many pods the first call takes its time:
   * not for a thread that draws.
   */
  public Subscription follow(ChangeListener listener) {
    writing.lock();
    try {
      ClusterSnapshot now = current.get();
      listener.published(now, ClusterChange.everything(now));
      followers.add(listener);
    } finally {
      writing.unlock();
    }
    return () -> followers.remove(listener);
  }

  /**
   * Waits until a snapshot is published in which every kind is synced or denied.
   *
   * @return how far it is; {@link SyncState#settled} is false if the patience ended first
   */
  public SyncState awaitSynced(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    writing.lockInterruptibly();
    try {
      while (left > 0 && !SyncState.of(snapshot()).settled()) {
        left = published.awaitNanos(left);
      }
      return SyncState.of(snapshot());
    } finally {
      writing.unlock();
    }
  }

  /**
   * Waits until a snapshot is published that has something to be seen.
   *
   * @param seen is asked on this thread, once for each snapshot
   * @return the first snapshot in which it is seen, or the last one if the patience ended first
   */
  public ClusterSnapshot awaitSeen(Predicate<ClusterSnapshot> seen, Duration patience)
      throws InterruptedException {
    long left = patience.toNanos();
    writing.lockInterruptibly();
    try {
      while (left > 0 && !seen.test(snapshot())) {
        left = published.awaitNanos(left);
      }
      return snapshot();
    } finally {
      writing.unlock();
    }
  }

  /** Publishes a new snapshot if anything has changed since the last. */
  public void publish() {
    writing.lock();
    try {
      ClusterSnapshot before = current.get();
      Publication publication = fold(before);
      ClusterSnapshot next = publication.snapshot();
      if (next == before) {
        return;
      }
      current.set(next);
      published.signalAll();
      listeners.forEach(listener -> listener.accept(next));
      followers.forEach(listener -> listener.published(next, publication.change()));
    } finally {
      writing.unlock();
    }
  }

  private Publication fold(ClusterSnapshot before) {
    Instant now = clock.instant();
    Map<ObservedKind, KindTrack.Batch> batches = new EnumMap<>(ObservedKind.class);
    Map<ObservedKind, KindHealth> health = new EnumMap<>(ObservedKind.class);
    lock.lock();
    try {
      tracks.forEach((kind, track) -> batches.put(kind, track.drain()));
      tracks.forEach((kind, track) -> health.put(kind, track.health(now, bound)));
    } finally {
      lock.unlock();
    }
    Publication changed = Publication.of(before, batches);
    ClusterSnapshot next = changed.snapshot();
    for (Map.Entry<ObservedKind, KindHealth> entry : health.entrySet()) {
      if (!next.health(entry.getKey()).equals(entry.getValue())) {
        next = next.withHealth(entry.getKey(), entry.getValue());
      }
    }
    return new Publication(next == before ? before : next.at(now), changed.change());
  }

  private void track(ObservedKind kind, Consumer<KindTrack> change) {
    lock.lock();
    try {
      KindTrack track = tracks.get(kind);
      if (track != null) {
        change.accept(track);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void listing(ObservedKind kind) {
    track(kind, KindTrack::listing);
  }

  @Override
  public void page(ObservedKind kind, List<ClusterObject> objects) {
    track(kind, track -> objects.forEach(track::changed));
  }

  @Override
  public void listed(ObservedKind kind, Instant at) {
    track(kind, track -> track.listed(at));
  }

  @Override
  public void changed(ClusterObject object) {
    track(object.observedKind(), track -> track.changed(object));
  }

  @Override
  public void removed(ObservedKind kind, String uid) {
    track(kind, track -> track.removed(uid));
  }

  @Override
  public void alive(ObservedKind kind, Instant at) {
    track(kind, track -> track.alive(at));
  }

  @Override
  public void denied(ObservedKind kind, String reason) {
    track(kind, track -> track.denied(reason));
  }

  @Override
  public void lost(ObservedKind kind, String reason) {
    track(kind, track -> track.lost(reason));
  }
}
