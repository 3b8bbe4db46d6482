package org.lazaretto.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Controls in a row, {@value #GAP} px apart. Where they find no room, they fold into rows below
 * each other; nothing is cut off. The last one takes what its row has left, so that it can stand at
 * the right edge; when the bar folds, first and last stay together in the first row as long as they
 * can.
 */
public final class FoldingBar extends Pane {
  private static final double GAP = 8;
  private static final double BETWEEN_ROWS = 6;

  private boolean filling = true;

  /** One row: what stands in it, how wide each is, how high the row is. */
  private record Row(List<Node> nodes, List<Double> widths) {
    Row() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(Node node, double width) {
      nodes.add(node);
      widths.add(width);
    }

    double width() {
      double gaps = GAP * Math.max(0, nodes.size() - 1);
      return widths.stream().mapToDouble(Double::doubleValue).sum() + gaps;
    }

    boolean holds(double next, double room) {
      return nodes.isEmpty() || width() + GAP + next <= room;
    }

    double height() {
      double height = 0;
      for (int i = 0; i < nodes.size(); i++) {
        height = Math.max(height, nodes.get(i).prefHeight(widths.get(i)));
      }
      return height;
    }
  }

  /** Whether the last one takes what its row has left; it does unless somebody says otherwise. */
  public boolean isFilling() {
    return filling;
  }

  /** Says whether the last one takes what its row has left. */
  public void setFilling(boolean fills) {
    filling = fills;
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private List<Row> rows(double room) {
    List<Node> nodes = getManagedChildren();
    Row all = new Row();
    nodes.forEach(node -> all.add(node, wish(node, room)));
    if (nodes.size() < 2 || all.width() <= room) {
      return List.of(all);
    }
    double ends = all.widths().getFirst() + GAP + all.widths().getLast();
    List<Row> rows = new ArrayList<>();
    boolean paired = filling && nodes.size() > 2 && ends <= room;
    if (paired) {
      Row first = new Row();
      first.add(nodes.getFirst(), all.widths().getFirst());
      first.add(nodes.getLast(), all.widths().getLast());
      rows.add(first);
    }
    flow(paired ? nodes.subList(1, nodes.size() - 1) : nodes, room, rows);
    return rows;
  }

  private static void flow(List<Node> nodes, double room, List<Row> rows) {
    Row open = new Row();
    rows.add(open);
    for (Node node : nodes) {
      double width = wish(node, room);
      if (!open.holds(width, room)) {
        open = new Row();
        rows.add(open);
      }
      open.add(node, width);
    }
  }

  private static double wish(Node node, double room) {
    return Math.min(room, Math.ceil(node.prefWidth(-1)));
  }

  private double inner(double width) {
    Insets in = getInsets();
    return Math.max(0, width - in.getLeft() - in.getRight());
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    Row all = new Row();
    getManagedChildren().forEach(node -> all.add(node, Math.ceil(node.prefWidth(-1))));
    return all.width() + getInsets().getLeft() + getInsets().getRight();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    List<Row> rows = rows(width < 0 ? Double.MAX_VALUE : inner(width));
    double heights = rows.stream().mapToDouble(Row::height).sum();
    return heights
        + BETWEEN_ROWS * (rows.size() - 1)
        + getInsets().getTop()
        + getInsets().getBottom();
  }

  @Override
  protected void layoutChildren() {
    double room = inner(getWidth());
    List<Row> rows = rows(room);
    double spare = getHeight() - computePrefHeight(getWidth());
    double y = getInsets().getTop() + Math.max(0, spare / 2);
    for (Row row : rows) {
      place(row, y, room);
      y += row.height() + BETWEEN_ROWS;
    }
  }

  private void place(Row row, double y, double room) {
    double x = getInsets().getLeft();
    double left = room - row.width();
    for (int i = 0; i < row.nodes().size(); i++) {
      Node node = row.nodes().get(i);
      boolean last = filling && node.equals(getManagedChildren().getLast());
      double width = row.widths().get(i) + (last ? Math.max(0, left) : 0);
      double height = node.prefHeight(width);
      node.resizeRelocate(
          snapPositionX(x), snapPositionY(y + (row.height() - height) / 2), width, height);
      x += width + GAP;
    }
  }
}
