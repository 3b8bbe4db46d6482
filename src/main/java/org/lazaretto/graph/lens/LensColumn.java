package org.lazaretto.graph.lens;

/** One of the three columns, from left to right, with where its boxes stand, in lens units. */
public enum LensColumn {
  OWNERS(0, 176, 44),
  PODS(288, 184, 28),
  NODES(584, 184, 56);

  private final double x;
  private final double width;
  private final double height;

  LensColumn(double x, double width, double height) {
    this.x = x;
    this.width = width;
    this.height = height;
  }

  /** The left edge. */
  public double x() {
    return x;
  }

  /** How wide its boxes are. */
  public double width() {
    return width;
  }

  /** How high its boxes are. */
  public double height() {
    return height;
  }
}
