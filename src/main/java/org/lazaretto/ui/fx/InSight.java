package org.lazaretto.ui.fx;

import javafx.scene.Node;

/** Whether a part of the window can be seen. */
public final class InSight {
  private InSight() {}

  /** Whether a node and all that contains it are visible, in a window. */
  public static boolean of(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }
}
