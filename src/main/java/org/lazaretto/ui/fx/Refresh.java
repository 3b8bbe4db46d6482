package org.lazaretto.ui.fx;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Work whose latest result matters: one piece at a time, and of those that are asked for meanwhile
 * only the last. For the toolkit's thread.
 */
public final class Refresh<T> implements AutoCloseable {
  private final Background background;
  private final Consumer<T> done;
  private final Consumer<Failure> failed;
  private Optional<Background.Running> running = Optional.empty();
  private Optional<Background.Work<T>> next = Optional.empty();
  private boolean busy;

  /**
   * Nothing under way yet.
   *
   * @param done hears each result
   * @param failed hears what went wrong; what was asked for meanwhile is done nevertheless
   */
  public Refresh(Background background, Consumer<T> done, Consumer<Failure> failed) {
    this.background = background;
    this.done = done;
    this.failed = failed;
  }

  /** Does the work, now or after what is under way. */
  public void request(Background.Work<T> work) {
    if (busy) {
      next = Optional.of(work);
      return;
    }
    busy = true;
    running = Optional.of(background.run(work, this::finished, this::broken));
  }

  /** Forgets what was asked for and has not begun. */
  public void drop() {
    next = Optional.empty();
  }

  /** Whether something is under way. */
  public boolean busy() {
    return busy;
  }

  private void finished(T result) {
    busy = false;
    done.accept(result);
    follow();
  }

  private void broken(Failure failure) {
    busy = false;
    failed.accept(failure);
    follow();
  }

  private void follow() {
    Optional<Background.Work<T>> waiting = next;
    next = Optional.empty();
    waiting.ifPresent(this::request);
  }

  @Override
  public void close() {
    drop();
    running.ifPresent(Background.Running::cancel);
  }
}
