package org.lazaretto.graph;

/** What lies under a point of the map. */
public sealed interface Hit {
  /** A pod. */
  record OfPod(int cell) implements Hit {}

  /** A node: its header, or a place of its box where no pod stands. */
  record OfNode(int box) implements Hit {}

  /** The ground. */
  record Nothing() implements Hit {}

  /** The ground. */
  Hit NOTHING = new Nothing();
}
