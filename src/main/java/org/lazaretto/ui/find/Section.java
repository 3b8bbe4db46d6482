package org.lazaretto.ui.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;

/**
 * A part of the left pane: a heading with a number, and its lines. Of many lines the first stand
 * there, and further ones for who asks for them: each is found its style with every change of the
 * theme. Of many new lines only some are made in a pulse, or they would stop the window.
 */
final class Section extends VBox implements AutoCloseable {
  /** How many lines are made in a pulse. */
  static final int MOST_NEW = 12;

  /** More than a pane shows without being scrolled; so many come with each step further. */
  static final int STEP = 60;

  private final Label heading = new Label();
  private final Label number = new Label();
  private final Label empty = new Label();
  private final Hyperlink further = new Hyperlink();
  private final VBox body = new VBox();
  private final Map<String, LineView> views = new HashMap<>();
  private List<Line> lines = List.of();
  private int most = STEP;
  private String nothing = "";
  private Toolkit.Ticking growing = () -> {};

  Section(String id) {
    setId(id);
    getStyleClass().add("find-section");
    heading.getStyleClass().add("small-caps");
    number.getStyleClass().addAll("small-caps", "find-count");
    empty.getStyleClass().addAll("muted", "find-empty");
    empty.setWrapText(true);
    further.setId(id + "MoreLink");
    further.getStyleClass().add("find-further");
    further.setOnAction(_ -> goFurther());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(heading, space, number);
    head.getStyleClass().add("find-heading");
    getChildren().addAll(head, body);
  }

  /**
   * Shows lines; those that were there keep their focus, and of the others the first come at once.
   *
   * @param none what is said instead, if there are none
   */
  void show(String title, String count, List<Line> shown, String none) {
    heading.setText(title);
    number.setText(count);
    lines = shown;
    nothing = none;
    Set<String> wanted = lines.stream().map(Line::id).collect(Collectors.toSet());
    views.keySet().retainAll(wanted);
    grow();
  }

  private void goFurther() {
    further.setVisited(false);
    most += STEP;
    grow();
  }

  /** Shows the lines there are, and makes some of those that are missing. */
  private void grow() {
    growing.close();
    List<Node> next = new ArrayList<>();
    int made = 0;
    List<Line> near = lines.subList(0, Math.min(most, lines.size()));
    for (Line line : near) {
      boolean known = views.containsKey(line.id());
      if (known || made < MOST_NEW) {
        made += known ? 0 : 1;
        next.add(view(line));
      }
    }
    boolean all = next.size() == near.size();
    if (near.size() < lines.size()) {
      further.setText(
          Texts.of(
              "find.further", Math.min(STEP, lines.size() - most), lines.size() - near.size()));
      next.add(further);
    }
    if (lines.isEmpty() && !nothing.isEmpty()) {
      empty.setText(nothing);
      next.add(empty);
    }
    if (!body.getChildren().equals(next)) {
      body.getChildren().setAll(next);
    }
    growing = all ? () -> {} : Toolkit.onePerPulse(List.of(this::grow));
  }

  private LineView view(Line line) {
    LineView view = views.computeIfAbsent(line.id(), _ -> new LineView(line));
    view.show(line);
    return view;
  }

  /** Whether it takes part in the layout. */
  void showAtAll(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }

  /** Makes no more lines. */
  @Override
  public void close() {
    growing.close();
  }
}
