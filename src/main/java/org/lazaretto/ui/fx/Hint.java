package org.lazaretto.ui.fx;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * What is told of a node to who points at it. A tooltip is a window with a scene of its own, and
 * costs twenty times what a label does: it is made when somebody points there for the first time,
 * and not for each cell of each list.
 */
public final class Hint {
  private static final double WIDEST = 560;

  private final Node node;
  private String words = "";
  private Optional<Tooltip> made = Optional.empty();
  private boolean installed;

  private Hint(Node node) {
    this.node = node;
  }

  /** Says nothing of that node yet; a node has one hint, or a tooltip of its own. */
  public static Hint on(Node node) {
    Hint hint = new Hint(node);
    node.getProperties().put(Hint.class, hint);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> hint.show());
    return hint;
  }

  /** Whether something is told of that node. */
  public static boolean tells(Node node) {
    return node.hasProperties()
        && node.getProperties().get(Hint.class) instanceof Hint hint
        && !hint.words.isEmpty();
  }

  /** Tells this from now on; nothing if it is empty. */
  public void say(String text) {
    words = text;
    if (made.isPresent()) {
      show();
    }
  }

  private void show() {
    if (!words.isEmpty()) {
      Tooltip tip = made.orElseGet(Hint::tip);
      made = Optional.of(tip);
      tip.setText(words);
      if (!installed) {
        Tooltip.install(node, tip);
      }
    } else if (installed) {
      made.ifPresent(tip -> Tooltip.uninstall(node, tip));
    }
    installed = !words.isEmpty();
  }

  private static Tooltip tip() {
    Tooltip tip = new Tooltip();
    tip.setWrapText(true);
    tip.setMaxWidth(WIDEST);
    return tip;
  }
}
