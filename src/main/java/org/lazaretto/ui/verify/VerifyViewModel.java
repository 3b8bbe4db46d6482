package org.lazaretto.ui.verify;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Latest;

/** One verification of a case at a time: how far it is, and what came of it. */
final class VerifyViewModel implements AutoCloseable {
  private final Subject subject;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(Progress.NONE);
  private Optional<Watch> watch = Optional.empty();
  private long all;
  private Optional<Background.Running> running = Optional.empty();

  /** How a verification stands. */
  sealed interface State {
    /** Whether nothing goes on any more. */
    default boolean over() {
      return !(this instanceof Progress);
    }
  }

  /**
   * It goes on.
   *
   * @param lines how many lines were checked so far
   * @param hashed what was hashed so far; empty while the lines are checked
   */
  record Progress(long lines, Optional<VerificationWatch.Hashed> hashed) implements State {
    static final Progress NONE = new Progress(0, Optional.empty());
  }

  /** It was ended by whoever watched; nothing is known. */
  record GivenUp() implements State {}

  /** It could not be done. */
  record Failed(Failure failure) implements State {}

  /** It came to its end. */
  record Told(Verification verification) implements State {}

  VerifyViewModel(Subject subject, Background background) {
    this.subject = subject;
    this.background = background;
  }

  /** How it stands. */
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /**
   * How many lines the journal had at the beginning, as far as is known; 0 if nothing is. What is
   * journalled of the verification itself is not of them.
   */
  long allLines() {
    return all;
  }

  /** Begins, or begins again. */
  void start() {
    close();
    all = subject.lines().getAsLong();
    state.set(Progress.NONE);
    Watch now = new Watch();
    watch = Optional.of(now);
    running =
        Optional.of(
            background.run(
                () -> subject.check().verify(now),
                result -> end(result.<State>map(Told::new).orElseGet(GivenUp::new)),
                failure -> end(new Failed(failure))));
  }

  private void end(State result) {
    watch = Optional.empty();
    state.set(result);
  }

  /** Ends it; what was checked so far says nothing of the whole. */
  void cancel() {
    if (watch.isPresent()) {
      close();
      state.set(new GivenUp());
    }
  }

  /** Everything that does not hold or should be known, one a line; safe to show. */
  static String found(Verification verification) {
    return java.util.stream.Stream.concat(
            verification.problems().stream().map(problem -> "✕ " + problem.spoken()),
            verification.notices().stream().map(notice -> "▲ " + notice))
        .map(HostileText::visible)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    watch.ifPresent(now -> now.wanted = false);
    running.ifPresent(Background.Running::cancel);
    watch = Optional.empty();
    running = Optional.empty();
  }

  /** Hears on the thread that verifies; the window pulls the latest. */
  private final class Watch implements VerificationWatch {
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.NONE);
    private final Latest latest = new Latest(background.fx(), this::pull);
    private volatile boolean wanted = true;

    private void pull() {
      if (watch.filter(this::equals).isPresent()) {
        state.set(progress.get());
      }
    }

    @Override
    public boolean wanted() {
      return wanted;
    }

    @Override
    public void lines(long checked) {
      progress.updateAndGet(before -> new Progress(checked, before.hashed()));
      latest.changed();
    }

    @Override
    public void evidence(Hashed hashed) {
      progress.updateAndGet(before -> new Progress(before.lines(), Optional.of(hashed)));
      latest.changed();
    }
  }
}
