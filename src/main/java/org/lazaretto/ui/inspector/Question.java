package org.lazaretto.ui.inspector;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.observe.Detail;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;

/** Asks one thing of the cluster at a time; what was asked before is called off. */
final class Question<T> implements AutoCloseable {
  private final Background background;
  private final ReadOnlyObjectWrapper<Answer<T>> answer =
      new ReadOnlyObjectWrapper<>(new Answer.None<>());
  private Optional<Background.Running> running = Optional.empty();

  Question(Background background) {
    this.background = background;
  }

  /** Asks; until the answer comes there is none. */
  void ask(Background.Work<Detail<T>> work) {
    close();
    answer.set(new Answer.Coming<>());
    start(work);
  }

  /** Asks the same once more; what was answered stays until the answer comes. */
  void askAgain(Background.Work<Detail<T>> work) {
    if (answer.get().known().isEmpty()) {
      ask(work);
      return;
    }
    callOff();
    start(work);
  }

  private void start(Background.Work<Detail<T>> work) {
    running =
        Optional.of(
            background.run(work, detail -> end(of(detail)), f -> end(new Answer.Failed<>(f))));
  }

  private void end(Answer<T> what) {
    running = Optional.empty();
    answer.set(what);
  }

  private static <T> Answer<T> of(Detail<T> detail) {
    return switch (detail) {
      case Detail.Read(var value) -> new Answer.Here<>(value);
      case Detail.Gone(var reason) -> new Answer.Gone<>(reason);
      case Detail.Denied(var reason) -> new Answer.Denied<>(reason);
      case Detail.Unavailable(var code, var reason) ->
          new Answer.Failed<>(new Failure("LZ-" + code, reason, ""));
    };
  }

  private void callOff() {
    running.ifPresent(Background.Running::cancel);
    running = Optional.empty();
  }

  /** What is known. */
  ReadOnlyObjectProperty<Answer<T>> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Calls off what was asked and forgets what was answered. */
  @Override
  public void close() {
    callOff();
    answer.set(new Answer.None<>());
  }
}
