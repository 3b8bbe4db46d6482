package org.lazaretto.ui.report;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Rows of a report's section: a narrow first column, wide others. */
final class Grid extends GridPane {
  private static final double FIRST = 150;
  private static final double NARROW = 80;
  private int rows;

  Grid(int columns) {
    setHgap(16);
    setVgap(8);
    for (int column = 0; column < columns; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setMinWidth(column == 0 ? NARROW : 60);
      constraints.setPrefWidth(column == 0 ? FIRST : 240);
      constraints.setHgrow(column == 0 ? Priority.NEVER : Priority.ALWAYS);
      getColumnConstraints().add(constraints);
    }
  }

  void row(List<Node> cells) {
    addRow(rows++, cells.toArray(Node[]::new));
    for (Node cell : cells) {
      setValignment(cell, VPos.TOP);
    }
  }
}
