package org.lazaretto.range.store;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings changes to those who listen, in order, one at a time, without any lock of the store.
 * Whoever writes delivers; a writer who comes meanwhile, or a listener who writes itself, only
 * queues.
 */
final class Deliveries {
  private final Queue<Runnable> pending = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean delivering = new AtomicBoolean();
  private final List<Consumer<StoreEvent>> listeners = new CopyOnWriteArrayList<>();

  /** Queues a change; to be called in the order of revisions. */
  void queue(StoreEvent event) {
    pending.add(() -> listeners.forEach(listener -> listener.accept(event)));
  }

  /** Queues something to run between the changes queued before and after it. */
  void mark(Runnable mark) {
    pending.add(mark);
  }

  /** Queues the beginning of a watch: first the past, then whatever is queued after this call. */
  Watch join(List<StoreEvent> past, Consumer<StoreEvent> listener) {
    AtomicBoolean open = new AtomicBoolean(true);
    Consumer<StoreEvent> guarded =
        event -> {
          if (open.get()) {
            listener.accept(event);
          }
        };
    pending.add(() -> {
      past.forEach(guarded);
      if (open.get()) {
        listeners.add(guarded);
      }
    });
    return () -> {
      open.set(false);
      listeners.remove(guarded);
    };
  }

  /** Delivers what is queued, unless somebody is at it already. */
  void run() {
    while (!pending.isEmpty() && delivering.compareAndSet(false, true)) {
      try {
        @Nullable Runnable next = pending.poll();
        while (next != null) {
          next.run();
          next = pending.poll();
        }
      } finally {
        delivering.set(false);
      }
    }
  }
}
