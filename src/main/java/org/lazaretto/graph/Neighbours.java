package org.lazaretto.graph;

/** Who stands next to a pod or a node, as arrow keys walk. */
public final class Neighbours {
  private final MapFrame frame;
  private final NodeGrid grid;

  /** Neighbours on that map. */
  public Neighbours(MapFrame frame) {
    this.frame = frame;
    this.grid = frame.grid();
  }

  /** The next pod in that direction, in this box or a later one; the same if there is none. */
  public int pod(int cell, Direction direction) {
    int box = cell / frame.slots();
    int slot = cell % frame.slots();
    int within = within(box, slot, direction);
    if (within != NodeGrid.NONE) {
      return within;
    }
    for (int next = beside(box, direction); next != NodeGrid.NONE; next = beside(next, direction)) {
      int entered = enter(next, slot, direction);
      if (entered != NodeGrid.NONE) {
        return entered;
      }
    }
    return cell;
  }

  /** The first pod of a box, or {@link NodeGrid#NONE}. */
  public int firstPod(int box) {
    return enter(box, 0, Direction.DOWN);
  }

  /** The next node in that direction, by its first box; the same if there is none. */
  public int node(int box, Direction direction) {
    for (int next = beside(box, direction); next != NodeGrid.NONE; next = beside(next, direction)) {
      int first = grid.box(next).first();
      if (first != grid.box(box).first() && BoxState.has(frame.boxState(next), BoxState.PRESENT)) {
        return first;
      }
    }
    return grid.box(box).first();
  }

  private int within(int box, int slot, Direction direction) {
    int columns = grid.shape().columns();
    int column = slot % columns;
    int row = slot / columns;
    if (direction.dx() != 0) {
      for (int c = column + direction.dx(); c >= 0 && c < columns; c += direction.dx()) {
        if (taken(box, row * columns + c)) {
          return box * frame.slots() + row * columns + c;
        }
      }
      return NodeGrid.NONE;
    }
    for (int r = row + direction.dy(); r >= 0 && r < grid.shape().rows(); r += direction.dy()) {
      int found = inRow(box, r, column);
      if (found != NodeGrid.NONE) {
        return found;
      }
    }
    return NodeGrid.NONE;
  }

  /** The pod of a row that is nearest to a column. */
  private int inRow(int box, int row, int column) {
    int columns = grid.shape().columns();
    for (int away = 0; away < columns; away++) {
      for (int c = column - away; c <= column + away; c += Math.max(1, 2 * away)) {
        if (c >= 0 && c < columns && taken(box, row * columns + c)) {
          return box * frame.slots() + row * columns + c;
        }
      }
    }
    return NodeGrid.NONE;
  }

  /** The pod that one meets first who comes from a slot of the box before. */
  private int enter(int box, int slot, Direction direction) {
    int columns = grid.shape().columns();
    int rows = grid.shape().rows();
    boolean sideways = direction.dx() != 0;
    int lines = rows;
    int start = sideways ? slot / columns : direction == Direction.DOWN ? 0 : rows - 1;
    int column = direction == Direction.RIGHT ? 0 : columns - 1;
    for (int away = 0; away < lines; away++) {
      for (int row : new int[] {start - away, start + away}) {
        if (row >= 0 && row < rows) {
          int found = inRow(box, row, sideways ? column : slot % columns);
          if (found != NodeGrid.NONE) {
            return found;
          }
        }
      }
    }
    return NodeGrid.NONE;
  }

  private boolean taken(int box, int slot) {
    return CellState.has(frame.state(box * frame.slots() + slot), CellState.OCCUPIED);
  }

  /** The next box on the grid, over empty places and from shelf to shelf. */
  private int beside(int box, Direction direction) {
    NodeGrid.Box place = grid.box(box);
    int shelf = place.shelf();
    int column = place.column() + direction.dx();
    int row = place.row() + direction.dy();
    while (shelf >= 0 && shelf < grid.shelves()) {
      NodeGrid.Shelf here = grid.shelf(shelf);
      while (column >= 0 && row >= 0 && row < here.rows() && column < here.columns()) {
        if (here.at(column, row) != NodeGrid.NONE) {
          return here.at(column, row);
        }
        column += direction.dx();
        row += direction.dy();
      }
      if (direction.dy() == 0) {
        return NodeGrid.NONE;
      }
      shelf += direction.dy();
      if (shelf >= 0 && shelf < grid.shelves()) {
        row = direction == Direction.DOWN ? 0 : grid.shelf(shelf).rows() - 1;
      }
    }
    return NodeGrid.NONE;
  }
}
