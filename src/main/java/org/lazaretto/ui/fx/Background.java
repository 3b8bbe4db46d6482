package org.lazaretto.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.lazaretto.session.SessionException;

/**
 * Work off the toolkit's thread, whose end is told on it.
 *
 * @param workers runs the work, which may block
 * @param fx runs what touches the window
 */
public record Background(ExecutorService workers, Executor fx) {
  /** Work that blocks. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T result() throws SessionException, InterruptedException;
  }

  /** A piece of work under way. */
  public interface Running {
    /** Interrupts it; neither its result nor its failure is told any more. */
    void cancel();
  }

  /**
   * Starts work.
   *
   * @param done hears the result, on the toolkit's thread
   * @param failed hears what went wrong, on the toolkit's thread
   */
  public <T> Running run(Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
    AtomicBoolean wanted = new AtomicBoolean(true);
    Future<?> future =
        workers.submit(() -> {
          Runnable end = outcome(work, done, failed);
          fx.execute(() -> {
            if (wanted.get()) {
              end.run();
            }
          });
        });
    return () -> {
      wanted.set(false);
      future.cancel(true);
    };
  }

  /** The outermost frame of a worker: a bug must be seen in the window, not lost in a thread. */
  private static <T> Runnable outcome(Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
    try {
      T result = work.result();
      return () -> done.accept(result);
    } catch (SessionException e) {
      return () -> failed.accept(Failure.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return () -> failed.accept(Failure.interrupted());
    } catch (RuntimeException bug) {
      return () -> failed.accept(Failure.bug(bug));
    }
  }
}
