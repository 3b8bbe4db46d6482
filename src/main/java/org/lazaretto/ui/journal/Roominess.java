package org.lazaretto.ui.journal;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/**
 * Gives a pane that lies in a vertical split more height while it has more to show, and gives it
 * back, unless somebody moved the divider meanwhile.
 */
final class Roominess {
  private static final double WANTED = 340;

  /** The picture above keeps at least this much of the height. */
  private static final double MOST = 0.55;

  private static final double MOVED = 0.01;

  private final Node pane;
  private Optional<Lent> lent = Optional.empty();

  private record Lent(SplitPane split, int divider, double before, double after) {}

  Roominess(Node pane) {
    this.pane = pane;
  }

  void grow() {
    Node parent = pane.getParent();
    while (parent != null && !vertical(parent)) {
      parent = parent.getParent();
    }
    if (parent instanceof SplitPane split) {
      grow(split, split.getItems().indexOf(item(split)) - 1);
    }
  }

  private static boolean vertical(Node node) {
    return node instanceof SplitPane split && split.getOrientation() == Orientation.VERTICAL;
  }

  /** The item of the split in which the pane lies, however deep. */
  private Node item(SplitPane split) {
    for (Node node = pane; node != null; node = node.getParent()) {
      if (split.getItems().contains(node)) {
        return node;
      }
    }
    return pane;
  }

  private void grow(SplitPane split, int divider) {
    if (divider < 0 || split.getHeight() <= 0) {
      return;
    }
    double before = split.getDividerPositions()[divider];
    double after = 1 - Math.min(MOST, WANTED / split.getHeight());
    if (after < before) {
      split.setDividerPosition(divider, after);
      lent = Optional.of(new Lent(split, divider, before, after));
    }
  }

  void giveBack() {
    lent.ifPresent(loan -> {
      double now = loan.split().getDividerPositions()[loan.divider()];
      if (Math.abs(now - loan.after()) < MOVED) {
        loan.split().setDividerPosition(loan.divider(), loan.before());
      }
    });
    lent = Optional.empty();
  }
}
