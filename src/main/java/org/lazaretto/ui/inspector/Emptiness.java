package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;

/** What the inspector shows while there is nothing to tell. */
final class Emptiness {
  private static final List<String> KEYS = List.of("search", "flagged", "walk", "mark");

  private Emptiness() {}

  /** Nothing is selected: how to select, by mouse and by keys. */
  static Node nothing() {
    StatePane pane =
        new StatePane(StatePane.State.EMPTY, Texts.of("inspector.empty"), Optional.empty());
    pane.getChildren().add(keys());
    return pane;
  }

  private static Node keys() {
    GridPane keys = new GridPane();
    keys.getStyleClass().add("inspector-keys");
    for (String what : KEYS) {
      Label key = new Label(Texts.of("inspector.empty.key." + what));
      key.getStyleClass().addAll("mono", "inspector-key");
      Label does = new Label(Texts.of("inspector.empty.does." + what));
      does.getStyleClass().add("muted");
      keys.addRow(keys.getRowCount(), key, does);
      GridPane.setHalignment(key, HPos.RIGHT);
    }
    return keys;
  }

  /** What is selected is not seen. */
  static Node unseen(Selection what) {
    StatePane pane =
        new StatePane(StatePane.State.EMPTY, Texts.of("inspector.unseen"), Optional.empty());
    pane.getChildren().add(1, new NameLabel(name(what)));
    return pane;
  }

  private static String name(Selection what) {
    return switch (what) {
      case Selection.Nothing _ -> "";
      case Selection.OfPod(var pod) -> pod.path();
      case Selection.OfNode(var name) -> name;
      case Selection.OfWorkload(var workload) -> workload.path();
    };
  }
}
