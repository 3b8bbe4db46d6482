package org.lazaretto.graph;

import java.util.Set;

/**
 * What the responder looks at; cells and boxes, or {@link NodeGrid#NONE}.
 *
 * @param selected the selected pod's cell
 * @param box the first box of the selected node, or of the selected pod's
 * @param hovered the cell under the pointer
 * @param siblings UIDs of the pods that have the same owner as the pod looked at
 */
public record Focus(int selected, int box, int hovered, Set<String> siblings) {
  /** Nothing. */
  public static final Focus NONE = new Focus(NodeGrid.NONE, NodeGrid.NONE, NodeGrid.NONE, Set.of());

  /** Copies what it is given. */
  public Focus {
    siblings = Set.copyOf(siblings);
  }

  /** The pod whose siblings are shown: the one under the pointer, else the selected one. */
  public int centre() {
    return hovered == NodeGrid.NONE ? selected : hovered;
  }
}
