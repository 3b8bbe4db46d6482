package org.lazaretto.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/**
 * A walkthrough that is watched: how far it is, and that it can be stopped. The journal says from
 * where to where no person decided.
 */
final class GuideViewModel implements AutoCloseable {
  private final Show show;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Preparing());
  private Optional<Background.Running> running = Optional.empty();
  private int step;

  /** What is played. */
  interface Show {
    /** How many steps there are. */
    int steps();

    /** Where what comes of it is kept, for a person. */
    String folder();

    /** Writes a note into the journal; blocks. */
    void note(String text) throws SessionException;

    /** Plays; blocks. */
    void play(Consumer<WalkthroughStep> begins) throws SessionException, InterruptedException;
  }

  /** How it stands. */
  sealed interface State {
    /** Whether it has ended, one way or the other. */
    default boolean over() {
      return this instanceof Ended || this instanceof Stopped || this instanceof Stuck;
    }
  }

  /** The practice cluster is still starting. */
  record Preparing() implements State {}

  /**
   * A step goes on.
   *
   * @param number counted from 1
   * @param action such as {@code cordon}
   */
  record Doing(int number, String action) implements State {}

  /** It was played to its end. */
  record Ended() implements State {}

  /** Whoever watched stopped it. */
  record Stopped() implements State {}

  /** It could not go on. */
  record Stuck(Failure failure) implements State {}

  GuideViewModel(Show show, Background background) {
    this.show = show;
    this.background = background;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Begins; what cannot be journalled is not played. */
  void begin() {
    background.run(
        () -> {
          show.note(Texts.of("shell.guide.note.begins"));
          return true;
        },
        _ -> play(),
        failure -> state.set(new Stuck(failure)));
  }

  private void play() {
    if (state.get().over()) {
      return;
    }
    running =
        Optional.of(
            background.run(
                () -> {
                  show.play(next -> background.fx().execute(() -> does(next)));
                  return true;
                },
                _ -> over(new Ended(), "ended"),
                failure -> over(new Stuck(failure), "stuck")));
  }

  private void does(WalkthroughStep next) {
    if (!state.get().over()) {
      step++;
      state.set(new Doing(step, next.action()));
    }
  }

  /** Stops it; what was done stands. */
  void stop() {
    if (!state.get().over()) {
      running.ifPresent(Background.Running::cancel);
      over(new Stopped(), "stopped");
    }
  }

  /** Written by a worker of its own: an interrupt must never meet what writes the journal. */
  private void over(State end, String note) {
    state.set(end);
    background.run(
        () -> {
          show.note(Texts.of("shell.guide.note." + note));
          return true;
        },
        _ -> {},
        failure -> state.set(new Stuck(failure)));
  }

  /** What is said of it. */
  String words() {
    return switch (state.get()) {
      case Preparing _ -> Texts.of("shell.guide.preparing");
      case Doing(var number, var action) ->
          Texts.of(
              "shell.guide.step", number, show.steps(), Texts.of("shell.guide.step." + action));
      case Ended _ -> Texts.of("shell.guide.ended", show.folder());
      case Stopped _ -> Texts.of("shell.guide.stopped", show.folder());
      case Stuck(var failure) -> Texts.of("shell.guide.stuck", failure.code());
    };
  }

  /** What is copied of it. */
  String copyable() {
    return state.get() instanceof Stuck(var failure)
        ? words() + "\n" + failure.copyable()
        : words();
  }

  @Override
  public void close() {
    running.ifPresent(Background.Running::cancel);
    running = Optional.empty();
  }
}
