package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;

/**
 * Where an answer stands. While there is none it says why, with what can be done about it; an
 * answer that is there stays where it is, with its focus and its place, however often it is shown.
 */
final class AnswerPlace {
  private final StackPane place;
  private final Node content;
  private final Runnable retry;
  private boolean seen = true;
  private boolean here;

  /**
   * A place that is empty yet.
   *
   * @param content shows the answer
   * @param retry asks once more
   */
  AnswerPlace(StackPane place, Node content, Runnable retry) {
    this.place = place;
    this.content = content;
    this.retry = retry;
  }

  /** Shows what is known of an answer; whether it is there. */
  boolean show(Answer<?> answer) {
    Optional<Node> waiting = Waiting.pane(answer, retry);
    here = waiting.isEmpty();
    waiting.ifPresentOrElse(this::put, this::putContent);
    return here;
  }

  /**
   * Whether somebody can see the place. An answer that comes while nobody can is put there when
   * somebody does: the cells of a list are dear.
   */
  void seen(boolean now) {
    seen = now;
    if (here) {
      putContent();
    }
  }

  private void putContent() {
    if (seen) {
      put(content);
    }
  }

  /** Shows an answer in which nothing stands. */
  void showNothing(String key) {
    here = false;
    put(new StatePane(StatePane.State.EMPTY, Texts.of(key), Optional.empty()));
  }

  private void put(Node node) {
    if (!place.getChildren().equals(List.of(node))) {
      place.getChildren().setAll(List.of(node));
    }
  }
}
