package org.lazaretto.ui.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A part of the left pane: a heading with a number, and its lines. */
final class Section extends VBox {
  private final Label heading = new Label();
  private final Label number = new Label();
  private final Label empty = new Label();
  private final VBox body = new VBox();
  private final Map<String, LineView> views = new HashMap<>();

  Section(String id) {
    setId(id);
    getStyleClass().add("find-section");
    heading.getStyleClass().add("small-caps");
    number.getStyleClass().addAll("small-caps", "find-count");
    empty.getStyleClass().addAll("muted", "find-empty");
    empty.setWrapText(true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(heading, space, number);
    head.getStyleClass().add("find-heading");
    getChildren().addAll(head, body);
  }

  /**
   * Shows lines; those that were there keep their focus.
   *
   * @param nothing what is said instead, if there are none
   */
  void show(String title, String count, List<Line> lines, String nothing) {
    heading.setText(title);
    number.setText(count);
    List<Node> next = new ArrayList<>();
    Map<String, LineView> kept = new HashMap<>();
    for (Line line : lines) {
      LineView view = views.computeIfAbsent(line.id(), _ -> new LineView(line));
      view.show(line);
      kept.put(line.id(), view);
      next.add(view);
    }
    views.keySet().retainAll(kept.keySet());
    if (lines.isEmpty() && !nothing.isEmpty()) {
      empty.setText(nothing);
      next.add(empty);
    }
    if (!body.getChildren().equals(next)) {
      body.getChildren().setAll(next);
    }
  }

  /** Whether it takes part in the layout. */
  void showAtAll(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
