package org.lazaretto.ui.inspector;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.lazaretto.model.ObjectRef;

/** Tells when somebody rests on a subject instead of passing by. */
final class Rest implements AutoCloseable {
  private static final Duration SHORT = Duration.millis(300);

  private final PauseTransition pause = new PauseTransition(SHORT);
  private Optional<ObjectRef> object = Optional.empty();

  Rest(Runnable rested) {
    pause.setOnFinished(_ -> rested.run());
  }

  /** Another subject, or the same as it is now. */
  void show(Subject subject) {
    Optional<ObjectRef> next =
        subject instanceof Subject.Known known ? Optional.of(known.object()) : Optional.empty();
    if (next.equals(object)) {
      return;
    }
    object = next;
    pause.stop();
    if (next.isPresent()) {
      pause.playFromStart();
    }
  }

  @Override
  public void close() {
    pause.stop();
  }
}
