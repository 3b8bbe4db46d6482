package org.lazaretto.ui.inspector;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;

/** What stands where an answer will stand, or cannot. */
final class Waiting {
  private Waiting() {}

  /**
   * The pane for an answer that is not there.
   *
   * @param retry asks once more
   */
  static Optional<Node> pane(Answer<?> answer, Runnable retry) {
    return switch (answer) {
      case Answer.Here<?> _ -> Optional.empty();
      case Answer.None<?> _, Answer.Coming<?> _ ->
          Optional.of(
              new StatePane(
                  StatePane.State.LOADING, Texts.of("inspector.loading"), Optional.empty()));
      case Answer.Gone<?> _ ->
          Optional.of(
              new StatePane(
                  StatePane.State.STALE, Texts.of("inspector.answer.gone"), Optional.empty()));
      case Answer.Denied<?>(var reason) ->
          Optional.of(
              troubled(StatePane.State.DENIED, Texts.of("inspector.answer.denied"), reason, retry));
      case Answer.Failed<?>(var failure) -> Optional.of(failed(failure, retry));
    };
  }

  /** What went wrong, with its code. */
  static Node failed(Failure failure, Runnable retry) {
    return troubled(
        StatePane.State.FAILED,
        Texts.of("inspector.answer.failed", failure.code()),
        failure.copyable(),
        retry);
  }

  private static Node troubled(
      StatePane.State state, String sentence, String details, Runnable retry) {
    StatePane.Remedy remedy = new StatePane.Remedy(Texts.of("inspector.retry"), retry);
    StatePane pane = new StatePane(state, sentence, Optional.of(remedy));
    Hyperlink copy = new Hyperlink(Texts.of("inspector.copy-details"));
    copy.setOnAction(_ -> Clip.copy(details));
    pane.getChildren().add(copy);
    return pane;
  }
}
