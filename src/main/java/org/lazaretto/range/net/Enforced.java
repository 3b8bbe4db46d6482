package org.lazaretto.range.net;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Snapshot;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * The cluster as the nodes know it who enforce its policies: some time behind (T-30). Called by
 * many threads.
 */
final class Enforced {
  /** What lies nearer together than this part of the delay counts as one change. */
  private static final int GRAIN = 100;

  private final InstantSource clock;
  private final ObjectStore store;
  private final Deque<Seen> past = new ArrayDeque<>();
  private Duration delay;

  private record Seen(Instant at, Snapshot cluster) {}

  Enforced(InstantSource clock, ObjectStore store, Duration delay) {
    this.clock = clock;
    this.store = store;
    this.delay = delay;
    past.add(new Seen(Instant.MIN, store.snapshot()));
    store.onChange(this::changed);
  }

  /** Another delay from now on; what counts now goes on counting until it is over. */
  synchronized void delay(Duration time) {
    Snapshot counting = cluster();
    past.clear();
    past.add(new Seen(Instant.MIN, counting));
    past.add(new Seen(clock.instant(), store.snapshot()));
    delay = time;
  }

  synchronized Duration delay() {
    return delay;
  }

  /** What counts now. */
  synchronized Snapshot cluster() {
    if (delay.isZero()) {
      return store.snapshot();
    }
    forget();
    return past.getFirst().cluster();
  }

  private void forget() {
    Instant until = clock.instant().minus(delay);
    Seen last = past.getFirst();
    while (!past.isEmpty() && !past.getFirst().at().isAfter(until)) {
      last = past.removeFirst();
    }
    past.addFirst(last);
  }

  private synchronized void changed(StoreEvent event) {
    if (delay.isZero() || !matters(event)) {
      return;
    }
    forget();
    Seen next = new Seen(clock.instant(), store.snapshot());
    Seen last = past.getLast();
    boolean near = past.size() > 1 && last.at().plus(delay.dividedBy(GRAIN)).isAfter(next.at());
    if (near) {
      past.removeLast();
    }
    past.addLast(near ? new Seen(last.at(), next.cluster()) : next);
  }

  /** Whether a change may change what policies let pass. */
  static boolean matters(StoreEvent event) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.PODS)) {
      return event.previous().filter(before -> same(before, object)).isEmpty();
    }
    return object.type().equals(ResourceTypes.NETWORK_POLICIES)
        || object.type().equals(ResourceTypes.NAMESPACES);
  }

  private static boolean same(Stored before, Stored after) {
    return before.labels().equals(after.labels()) && before.ownerUids().equals(after.ownerUids());
  }
}
