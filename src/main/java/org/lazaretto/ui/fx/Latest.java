package org.lazaretto.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Pulls the latest state onto the toolkit's thread, however often it changes: many changes before
 * the thread gets to it are one pull.
 */
public final class Latest {
  private final Executor fx;
  private final Runnable pull;
  private final AtomicBoolean waiting = new AtomicBoolean();

  /** Pulls on that thread. */
  public Latest(Executor fx, Runnable pull) {
    this.fx = fx;
    this.pull = pull;
  }

  /** Says that there is something new; from any thread, returns at once. */
  public void changed() {
    if (waiting.compareAndSet(false, true)) {
      fx.execute(() -> {
        waiting.set(false);
        pull.run();
      });
    }
  }
}
