package org.lazaretto.graph;

/** How much of a pod is drawn, by the width of its cell with its gap, in logical pixels. */
public enum Detail {
  /** A strip for each node; single pods only where they matter. */
  STRIP(0),
  /** A dot for each pod. */
  RAW(2),
  /** Dots with gaps, and the names of nodes. */
  GAPS(5),
  /** Cells with their signs. */
  SIGNS(12),
  /** Cells with the names of their pods. */
  NAMES(40),
  /** Cells with name, owner and image. */
  FULL(120);

  private final double from;

  Detail(double from) {
    this.from = from;
  }

  /** The detail for cells of that width. */
  public static Detail of(double cellWidth) {
    Detail detail = STRIP;
    for (Detail next : values()) {
      detail = cellWidth >= next.from ? next : detail;
    }
    return detail;
  }

  /** Whether this shows at least as much. */
  public boolean atLeast(Detail other) {
    return compareTo(other) >= 0;
  }
}
