package org.lazaretto.ui.graph;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lazaretto.graph.lens.Box;
import org.lazaretto.graph.lens.LensColumn;
import org.lazaretto.graph.lens.Vertex;
import org.lazaretto.ui.fx.Hint;

/** One box. It can have the focus; what keys and clicks do is the view's. */
final class BoxView extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

  private final Label sign = new Label();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label marks = new Label();
  private final Hint hint = Hint.on(this);
  private Box box;
  private Optional<BoxLook> look = Optional.empty();

  BoxView(Box box) {
    this.box = box;
    setId(box.id());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    title.setEllipsisString("…");
    title.getStyleClass().add("graph-title");
    detail.getStyleClass().add("graph-detail");
    marks.getStyleClass().add("graph-marks");
    marks.setMinWidth(USE_PREF_SIZE);
    sign.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(title);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (box.vertex() instanceof Vertex.OfNode) {
      title.getStyleClass().add("mono");
    }
    boolean under = box.vertex().column() == LensColumn.NODES;
    if (box.vertex().column() != LensColumn.PODS) {
      words.getChildren().add(under ? 1 : 0, detail);
    }
    getChildren().setAll(sign, words, marks);
  }

  /** The box that it shows. */
  Box box() {
    return box;
  }

  /** Shows what the box is now. */
  void show(Box now, BoxLook words) {
    box = now;
    resizeRelocate(
        now.left(), now.top(), now.vertex().column().width(), now.vertex().column().height());
    if (!look.equals(Optional.of(words))) {
      look = Optional.of(words);
      dress(words);
    }
  }

  private void dress(BoxLook words) {
    getStyleClass().setAll(words.classes());
    getStyleClass().add("graph-box");
    sign.setText(words.sign());
    sign.setManaged(!words.sign().isEmpty());
    title.setText(words.title());
    detail.setText(words.detail());
    detail.setManaged(!words.detail().isEmpty());
    marks.setText(words.marks().isEmpty() ? "" : " " + words.marks() + " ");
    marks.setManaged(!words.marks().isEmpty());
    hint.say(words.spoken());
    setAccessibleText(words.spoken());
    pseudoClassStateChanged(DIMMED, words.dimmed());
  }

  /** Whether it is what somebody looks at. */
  void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }
}
