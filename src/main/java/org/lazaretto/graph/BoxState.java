package org.lazaretto.graph;

import org.lazaretto.model.Node;

/** What the map knows of a box, as bits of one {@code int}. */
public final class BoxState {
  /** The node is there; without it the box is the hole that a removed node left. */
  public static final int PRESENT = 1;

  /** It takes no new pods. */
  public static final int CORDONED = 1 << 1;

  /** It is not ready. */
  public static final int NOT_READY = 1 << 2;

  /** Pods name it, but the node itself was not seen: not listed, or not permitted. */
  public static final int UNSEEN = 1 << 3;

  /** The box holds pods that have no node yet. */
  public static final int WAITING = 1 << 4;

  /** Its labels or taints say that it is in quarantine. */
  public static final int QUARANTINED = 1 << 5;

  private BoxState() {}

  static int of(Node node) {
    return PRESENT
        | (node.unschedulable() ? CORDONED : 0)
        | (node.ready() ? 0 : NOT_READY)
        | (Quarantined.is(node) ? QUARANTINED : 0);
  }

  /** Whether the bits hold this one. */
  public static boolean has(int state, int bit) {
    return (state & bit) != 0;
  }
}
