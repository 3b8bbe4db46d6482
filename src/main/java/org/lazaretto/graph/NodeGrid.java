package org.lazaretto.graph;

import java.util.List;

/**
 * Where each box stands: immutable, shared by all who draw. Boxes stand on shelves, one below the
 * other; on a shelf they stand in columns and rows of equal steps. World units; the first label's
 * corner is (0, 0).
 */
public final class NodeGrid {
  /** No box and no cell. */
  public static final int NONE = -1;

  /** The height of the band above a shelf that holds its labels. */
  public static final int LABEL_BAND = 24;

  /** A grid without boxes. */
  public static final NodeGrid EMPTY =
      new NodeGrid(new BoxShape(5, 3), new Box[0], List.of(), List.of());

  private final BoxShape shape;
  private final Box[] boxes;
  private final List<Shelf> shelves;
  private final List<ZoneLabel> labels;
  private final Bounds bounds;
  private final NodeNames names;

  NodeGrid(BoxShape shape, Box[] boxes, List<Shelf> shelves, List<ZoneLabel> labels) {
    this.shape = shape;
    this.boxes = boxes;
    this.shelves = List.copyOf(shelves);
    this.labels = List.copyOf(labels);
    this.names = NodeNames.of(boxes);
    this.bounds = bounds(shape, shelves);
  }

  /** What the boxes take that are there to be seen. */
  private static Bounds bounds(BoxShape shape, List<Shelf> shelves) {
    double width = 1;
    double bottom = 1;
    for (Shelf shelf : shelves) {
      for (int place = 0; place < shelf.index().length; place++) {
        if (shelf.index()[place] != NONE) {
          int column = place % shelf.columns();
          int row = place / shelf.columns();
          width = Math.max(width, (column + 1.0) * shape.stepX() - BoxShape.GAP_X);
          bottom = Math.max(bottom, shelf.top() + (row + 1.0) * shape.stepY() - BoxShape.GAP_Y);
        }
      }
    }
    return new Bounds(0, 0, width, bottom);
  }

  /**
   * A box.
   *
   * @param node the name of its node; hostile input
   * @param first the node's first box; the box itself unless it continues another
   * @param shelf which shelf it stands on
   * @param column its column on the shelf
   * @param row its row on the shelf
   */
  public record Box(String node, int first, int shelf, int column, int row) {}

  /**
   * A shelf of boxes.
   *
   * @param top where its first row begins
   * @param index the box at {@code row * columns + column}, or {@link #NONE}
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Shelf(double top, int columns, int rows, int[] index) {
    int at(int column, int row) {
      return column < 0 || row < 0 || column >= columns || row >= rows
          ? NONE
          : index[row * columns + column];
    }
  }

  /**
   * The label of a block of boxes.
   *
   * @param zone the zone or pool; hostile input
   * @param nodes how many nodes it has now
   * @param x the left edge
   * @param y the top of the label's band
   * @param width the width of the block beneath it
   */
  public record ZoneLabel(String zone, int nodes, double x, double y, double width) {}

  /** The shape of all boxes. */
  public BoxShape shape() {
    return shape;
  }

  /** How many boxes. */
  public int size() {
    return boxes.length;
  }

  /** The box of that number. */
  public Box box(int box) {
    return boxes[box];
  }

  /** The name of a box's node without its domain, where that tells it from all others. */
  public String shortName(int box) {
    return names.shown(boxes[box].node());
  }

  /** A box's left edge. */
  public double left(int box) {
    return boxes[box].column() * (double) shape.stepX();
  }

  /** A box's top. */
  public double top(int box) {
    Box place = boxes[box];
    return shelves.get(place.shelf()).top() + place.row() * (double) shape.stepY();
  }

  /** A box's rectangle. */
  public Bounds boundsOf(int box) {
    return new Bounds(left(box), top(box), shape.width(), shape.height());
  }

  /** A cell's rectangle. */
  public Bounds boundsOfCell(int cell) {
    int box = cell / shape.capacity();
    int slot = cell % shape.capacity();
    return new Bounds(
        left(box) + shape.left(slot),
        top(box) + shape.top(slot),
        BoxShape.CELL_WIDTH,
        BoxShape.CELL_HEIGHT);
  }

  /** Everything that is there to be seen, from the first label to the last box. */
  public Bounds bounds() {
    return bounds;
  }

  /** The labels of the blocks. */
  public List<ZoneLabel> labels() {
    return labels;
  }

  /** How many shelves. */
  int shelves() {
    return shelves.size();
  }

  /** The shelf of that number. */
  Shelf shelf(int shelf) {
    return shelves.get(shelf);
  }

  /** The last shelf whose label band begins at or above {@code y}; the first if there is none. */
  int shelfAt(double y) {
    int low = 0;
    int high = shelves.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (shelves.get(middle).top() - LABEL_BAND <= y) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The box at a column and a row of a shelf, or {@link #NONE}. */
  public int boxAt(int shelf, int column, int row) {
    return shelf < 0 || shelf >= shelves.size() ? NONE : shelves.get(shelf).at(column, row);
  }

  /** The box whose step holds the point, its gap to the next box included, or {@link #NONE}. */
  public int boxAt(double x, double y) {
    if (shelves.isEmpty() || x < 0) {
      return NONE;
    }
    int number = shelfAt(y);
    Shelf shelf = shelves.get(number);
    return y < shelf.top()
        ? NONE
        : shelf.at((int) (x / shape.stepX()), (int) ((y - shelf.top()) / shape.stepY()));
  }

  /** Calls the visitor with each box that meets the rectangle. */
  public void visit(Bounds area, java.util.function.IntConsumer visitor) {
    for (Shelf shelf : shelves) {
      double bottom = shelf.top() + shelf.rows() * (double) shape.stepY();
      if (bottom <= area.y() || shelf.top() >= area.bottom()) {
        continue;
      }
      int fromRow = clamp((area.y() - shelf.top()) / shape.stepY(), shelf.rows());
      int toRow = clamp((area.bottom() - shelf.top()) / shape.stepY(), shelf.rows());
      int fromColumn = clamp(area.x() / shape.stepX(), shelf.columns());
      int toColumn = clamp(area.right() / shape.stepX(), shelf.columns());
      for (int row = fromRow; row <= toRow; row++) {
        for (int column = fromColumn; column <= toColumn; column++) {
          int box = shelf.index()[row * shelf.columns() + column];
          if (box != NONE) {
            visitor.accept(box);
          }
        }
      }
    }
  }

  private static int clamp(double value, int size) {
    return Math.max(0, Math.min(size - 1, (int) Math.floor(value)));
  }
}
