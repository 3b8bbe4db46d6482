package org.lazaretto.graph.lens;

/**
 * A box in its place.
 *
 * @param top its upper edge, in lens units; the column says the rest
 */
public record Box(Vertex vertex, double top) {
  /** The same box has the same id in every picture. */
  public String id() {
    return vertex.id();
  }

  /** The left edge. */
  public double left() {
    return vertex.column().x();
  }

  /** The right edge. */
  public double right() {
    return left() + vertex.column().width();
  }

  /** The lower edge. */
  public double bottom() {
    return top + vertex.column().height();
  }

  /** The middle of its height, where edges end. */
  public double middle() {
    return (top + bottom()) / 2;
  }

  boolean holds(double x, double y) {
    return x >= left() && x < right() && y >= top && y < bottom();
  }
}
