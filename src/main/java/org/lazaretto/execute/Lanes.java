package org.lazaretto.execute;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Lets many steps be under way at once, but no more than so many in a request. */
final class Lanes {
  private final Timing timing;
  private final Semaphore slots;

  Lanes(Timing timing) {
    this.timing = timing;
    this.slots = new Semaphore(timing.inFlight());
  }

  /** Runs one task for each item; completes when all have. A bug in one of them surfaces. */
  <T> CompletableFuture<Void> all(List<T> items, Consumer<T> task) {
    return CompletableFuture.allOf(
        items.stream()
            .map(item -> CompletableFuture.runAsync(() -> task.accept(item), timing.executor()))
            .toArray(CompletableFuture<?>[]::new));
  }

  /** Does that while holding one of the slots. */
  void inSlot(Runnable request) {
    slots.acquireUninterruptibly();
    try {
      request.run();
    } finally {
      slots.release();
    }
  }
}
