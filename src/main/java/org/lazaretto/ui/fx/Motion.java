package org.lazaretto.ui.fx;

import javafx.scene.Node;
import javafx.scene.Scene;

/** Whether things may move or fade in a window. */
public final class Motion {
  private static final String REDUCED = "lazaretto.motion.reduced";

  private Motion() {}

  /** Says for a window whether nothing moves that need not. */
  public static void reduce(Scene scene, boolean reduced) {
    scene.getProperties().put(REDUCED, reduced);
  }

  /** Whether what is shown in that node's window jumps instead of moving. */
  public static boolean reduced(Node node) {
    return node.getScene() != null
        && Boolean.TRUE.equals(node.getScene().getProperties().get(REDUCED));
  }
}
