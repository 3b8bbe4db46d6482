package org.lazaretto.ui.shell;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;

/** One try to open something. Where it is given up, what comes of it all the same is closed. */
final class Attempt<T> {
  private final AtomicReference<State> state = new AtomicReference<>(State.TRYING);
  private final Background background;
  private final Background.Work<T> work;
  private final Consumer<T> close;

  private enum State {
    TRYING,
    CAME,
    GIVEN_UP
  }

  /**
   * A try.
   *
   * @param close ends what was opened and is not wanted; may block
   */
  Attempt(Background background, Background.Work<T> work, Consumer<T> close) {
    this.background = background;
    this.work = work;
    this.close = close;
  }

  /** Starts it; the handle gives it up, on the toolkit's thread. */
  Runnable start(Consumer<T> done, Consumer<Failure> failed) {
    Background.Running running =
        background.run(this::tried, thing -> came(thing, done), failure -> fell(failure, failed));
    return () -> {
      if (state.getAndSet(State.GIVEN_UP) == State.TRYING) {
        running.cancel();
      }
    };
  }

  private T tried() throws SessionException, InterruptedException {
    T thing = work.result();
    if (!state.compareAndSet(State.TRYING, State.CAME)) {
      close.accept(thing);
      throw new InterruptedException("given up");
    }
    return thing;
  }

  private void came(T thing, Consumer<T> done) {
    if (state.get() == State.CAME) {
      done.accept(thing);
    } else {
      background.workers().execute(() -> close.accept(thing));
    }
  }

  private void fell(Failure failure, Consumer<Failure> failed) {
    if (state.get() != State.GIVEN_UP) {
      failed.accept(failure);
    }
  }
}
