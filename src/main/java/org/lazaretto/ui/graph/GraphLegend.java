package org.lazaretto.ui.graph;

import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** What boxes and lines of the graph mean, dressed as the graph dresses them. */
final class GraphLegend {
  private static final int ROWS = 8;
  private static final double LENGTH = 44;

  private final Parent view;
  @FXML private GridPane graphLegendGrid;

  /** A sample and the key of its words. */
  private record Entry(Node sample, String key) {}

  GraphLegend() {
    this.view = Pages.load("graph/legend", this);
    List<Entry> entries = entries();
    for (int i = 0; i < entries.size(); i++) {
      int column = 2 * (i / ROWS);
      graphLegendGrid.add(entries.get(i).sample(), column, i % ROWS);
      Label words = new Label(Texts.of("graph.legend." + entries.get(i).key()));
      graphLegendGrid.add(words, column + 1, i % ROWS);
    }
  }

  private static List<Entry> entries() {
    return List.of(
        new Entry(box("", "graph-owner"), "owner"),
        new Entry(box("", "graph-pod"), "pod"),
        new Entry(box("× 6", "graph-pod", "graph-replicas"), "replicas"),
        new Entry(box("◆", "graph-pod", "graph-suspect"), "suspect"),
        new Entry(box("", "graph-pod", "graph-quarantined"), "quarantined"),
        new Entry(box("!", "graph-pod", "graph-flagged"), "flagged"),
        new Entry(box("✕", "graph-pod"), "failing"),
        new Entry(box("✓", "graph-pod"), "captured"),
        new Entry(box("›", "graph-pod", "graph-leaving"), "leaving"),
        new Entry(box("", "graph-node"), "node"),
        new Entry(box("⊘", "graph-node", "graph-cordoned"), "cordoned"),
        new Entry(box("", "graph-owner", "graph-tied"), "tied"),
        new Entry(box("", "graph-pod", "graph-moves"), "moves"),
        new Entry(box("", "graph-pod", "graph-touched"), "touched"),
        new Entry(line("graph-edge-suspect"), "edge.suspect"),
        new Entry(line("graph-edge-lit"), "edge.lit"));
  }

  private static Node box(String sign, String... classes) {
    Label mark = new Label(sign);
    mark.getStyleClass().add("graph-marks");
    HBox box = new HBox(mark);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().setAll(classes);
    box.getStyleClass().addAll("graph-box", "graph-sample");
    return box;
  }

  private static Node line(String styleClass) {
    Line line = new Line(0, 0, LENGTH, 0);
    line.getStyleClass().add(styleClass);
    return new StackPane(line);
  }

  Parent view() {
    return view;
  }
}
