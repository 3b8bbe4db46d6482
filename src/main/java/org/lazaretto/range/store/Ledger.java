package org.lazaretto.range.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The revisions of a store, which all its views share: the present one, the changes that led to it,
 * and who is told of them. Any thread may call it; one change is made at a time.
 */
final class Ledger {
  private static final int MOST_PINS = 32;

  private final ReentrantLock writing = new ReentrantLock();
  private final Deliveries deliveries = new Deliveries();
  private final Map<Long, Snapshot> pins = new LinkedHashMap<>();
  private final History history;
  private volatile Snapshot snapshot = Snapshot.empty();

  Ledger() {
    this.history = new History(snapshot.revision());
  }

  /** Works out a change from the present revision; nobody else changes anything meanwhile. */
  @FunctionalInterface
  interface Work {
    Transitions.Step step();
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** Makes the change and tells of it. */
  Transitions.Step commit(Work work) {
    Transitions.Step step;
    writing.lock();
    try {
      step = work.step();
      step.event().ifPresent(this::publish);
    } finally {
      writing.unlock();
    }
    deliveries.run();
    return step;
  }

  private void publish(StoreEvent event) {
    snapshot = snapshot.with(event);
    history.append(event);
    deliveries.queue(event);
  }

  /** Works the change out and forgets it. */
  Transitions.Step rehearse(Work work) {
    writing.lock();
    try {
      return work.step();
    } finally {
      writing.unlock();
    }
  }

  /**
   * Tells of all changes after a revision.
   *
   * @param from asked while nothing changes
   */
  Watch follow(LongSupplier from, Consumer<StoreEvent> listener) {
    Watch watch;
    writing.lock();
    try {
      watch = deliveries.join(history.since(from.getAsLong()), listener);
    } finally {
      writing.unlock();
    }
    deliveries.run();
    return watch;
  }

  void whenDelivered(LongConsumer told) {
    writing.lock();
    try {
      long revision = snapshot.revision();
      deliveries.mark(() -> told.accept(revision));
    } finally {
      writing.unlock();
    }
    deliveries.run();
  }

  void pin(Snapshot keep) {
    writing.lock();
    try {
      pins.put(keep.revision(), keep);
      if (pins.size() > MOST_PINS) {
        pins.remove(pins.keySet().iterator().next());
      }
    } finally {
      writing.unlock();
    }
  }

  Optional<Snapshot> pinned(long revision) {
    writing.lock();
    try {
      return Optional.ofNullable(pins.get(revision));
    } finally {
      writing.unlock();
    }
  }

  void compact() {
    writing.lock();
    try {
      history.forgetAll();
      pins.clear();
    } finally {
      writing.unlock();
    }
  }
}
