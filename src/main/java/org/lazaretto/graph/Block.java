package org.lazaretto.graph;

/** A rectangle of box positions that belong to one zone; filled row by row, never emptied. */
final class Block {
  final String zone;
  final int shelf;
  final int firstColumn;
  final int columns;
  private int filled;

  Block(String zone, int shelf, int firstColumn, int columns) {
    this.zone = zone;
    this.shelf = shelf;
    this.firstColumn = firstColumn;
    this.columns = columns;
  }

  /** The row of the next position. */
  int nextRow() {
    return filled / columns;
  }

  /** The column of the next position, on the shelf. */
  int nextColumn() {
    return firstColumn + filled % columns;
  }

  void fill() {
    filled++;
  }
}
