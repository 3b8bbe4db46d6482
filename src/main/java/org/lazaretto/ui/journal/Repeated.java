package org.lazaretto.ui.journal;

import java.util.Optional;
import org.lazaretto.ui.fx.Background;

/**
 * Work that is wanted again and again, and of which only one goes on at a time: wanted while it
 * goes on, it follows once. For the toolkit's thread.
 */
final class Repeated implements AutoCloseable {
  private final Runnable start;
  private Optional<Background.Running> running = Optional.empty();
  private boolean busy;
  private boolean again;
  private boolean closed;

  /** Work that is begun by that, which then calls {@link #running} and {@link #done}. */
  Repeated(Runnable start) {
    this.start = start;
  }

  /** Begins it, or has it begin once more when what goes on is done. */
  void want() {
    if (busy) {
      again = true;
    } else if (!closed) {
      busy = true;
      start.run();
    }
  }

  /** What can end it; it may be done already. */
  void running(Background.Running work) {
    if (busy) {
      running = Optional.of(work);
    }
  }

  /** It is done. */
  void done() {
    busy = false;
    running = Optional.empty();
    if (again) {
      again = false;
      want();
    }
  }

  @Override
  public void close() {
    closed = true;
    again = false;
    running.ifPresent(Background.Running::cancel);
  }
}
