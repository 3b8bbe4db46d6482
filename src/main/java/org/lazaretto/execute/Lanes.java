package org.lazaretto.execute;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Lets many steps be under way at once, but no more than so many in a request. */
final class Lanes {
  private final Executor executor;
  private final Semaphore slots;

  Lanes(Timing timing) {
    this(timing.executor(), timing.inFlight());
  }

  Lanes(Executor executor, int inFlight) {
    this.executor = executor;
    this.slots = new Semaphore(inFlight);
  }

  /** What needs a slot. */
  interface Request<T, X extends Exception> {
    T make() throws X;
  }

  /** Runs one task for each item; completes when all have. A bug in one of them surfaces. */
  <T> CompletableFuture<Void> all(Collection<T> items, Consumer<T> task) {
    return CompletableFuture.allOf(
        items.stream()
            .map(item -> CompletableFuture.runAsync(() -> task.accept(item), executor))
            .toArray(CompletableFuture<?>[]::new));
  }

  /** Does that while holding one of the slots; never call it from within itself. */
  <T, X extends Exception> T inSlot(Request<T, X> request) throws X {
    slots.acquireUninterruptibly();
    try {
      return request.make();
    } finally {
      slots.release();
    }
  }
}
