package org.lazaretto.execute;

import java.util.concurrent.atomic.AtomicBoolean;

/** A responder's wish to stop: no further step starts, what is under way is followed to its end. */
public final class Cancellation {
  private final AtomicBoolean wanted = new AtomicBoolean();

  /** Asks for the stop; may be called from any thread, and again. */
  public void cancel() {
    wanted.set(true);
  }

  /** Whether the stop was asked for. */
  public boolean wanted() {
    return wanted.get();
  }
}
