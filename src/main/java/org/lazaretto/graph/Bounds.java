package org.lazaretto.graph;

/** A rectangle, in world units or in pixels as its giver says. */
public record Bounds(double x, double y, double width, double height) {
  /** The right edge. */
  public double right() {
    return x + width;
  }

  /** The bottom edge. */
  public double bottom() {
    return y + height;
  }

  /** Whether the point is inside. */
  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /** This rectangle, grown on every side. */
  public Bounds grown(double by) {
    return new Bounds(x - by, y - by, width + 2 * by, height + 2 * by);
  }

  /** Whether the two share more than an edge. */
  public boolean meets(Bounds other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}
