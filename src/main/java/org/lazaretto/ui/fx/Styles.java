package org.lazaretto.ui.fx;

import java.util.List;
import javafx.scene.Node;

/** The style classes of a node that says different things in turn. */
public final class Styles {
  private Styles() {}

  /** Gives it these classes; one that has them is not looked up anew in all sheets. */
  public static void set(Node node, String... classes) {
    List<String> wanted = List.of(classes);
    if (!node.getStyleClass().equals(wanted)) {
      node.getStyleClass().setAll(wanted);
    }
  }
}
