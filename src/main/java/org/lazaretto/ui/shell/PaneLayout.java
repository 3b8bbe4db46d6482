package org.lazaretto.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.lazaretto.ui.fx.Toolkit;

/**
 * Keeps the panes around the picture at their sizes while the window grows and shrinks, and makes
 * room for an open wizard: in a small window the list on the left is folded away meanwhile, for the
 * picture is what shows the plan.
 */
final class PaneLayout {
  private final SplitPane rows;
  private final SplitPane columns;
  private final Region left;
  private final Region right;
  private PaneSizes sizes;
  private boolean drawerOpen;
  private boolean awaited;

  PaneLayout(SplitPane rows, SplitPane columns, PaneSizes sizes) {
    this.rows = rows;
    this.columns = columns;
    this.left = (Region) columns.getItems().getFirst();
    this.right = (Region) columns.getItems().getLast();
    this.sizes = sizes;
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(right, false);
    SplitPane.setResizableWithParent(rows.getItems().getLast(), false);
    right.widthProperty().subscribe(width -> reached(width.doubleValue()));
    columns.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> awaited = false);
    once(columns.widthProperty()::addListener, this::placeColumns);
    columns.widthProperty().subscribe(width -> resized(width.doubleValue()));
    once(rows.heightProperty()::addListener, this::placeRows);
  }

  /** Sizes are known with the first layout only. */
  private static void once(
      java.util.function.Consumer<InvalidationListener> property, Runnable placing) {
    property.accept(
        new InvalidationListener() {
          @Override
          public void invalidated(javafx.beans.Observable observable) {
            observable.removeListener(this);
            placing.run();
          }
        });
  }

  private void placeColumns() {
    awaited = true;
    double width = columns.getWidth();
    right.setMinWidth(drawerOpen ? PaneSizes.DRAWER_LEAST : 300);
    right.setMaxWidth(drawerOpen ? PaneSizes.DRAWER_MOST : Double.MAX_VALUE);
    double end = 1 - sizes.right(drawerOpen, width) / width;
    if (drawerOpen && sizes.crowded(width)) {
      columns.getItems().remove(left);
      columns.setDividerPositions(end);
    } else {
      if (!columns.getItems().contains(left)) {
        columns.getItems().addFirst(left);
      }
      columns.setDividerPositions(sizes.find() / width, end);
    }
  }

  /** Places that are set while the window grows or shrinks are lost with that layout. */
  private void resized(double width) {
    refold(width);
    if (awaited) {
      Toolkit.later().execute(this::placeAgain);
    }
  }

  private void placeAgain() {
    if (awaited) {
      placeColumns();
    }
  }

  private void reached(double width) {
    if (Math.abs(width - sizes.right(drawerOpen, columns.getWidth())) <= PaneSizes.DIVIDER) {
      awaited = false;
    }
  }

  private void refold(double width) {
    if (drawerOpen && sizes.crowded(width) == columns.getItems().contains(left)) {
      sizes = sizes();
      placeColumns();
    }
  }

  private void placeRows() {
    rows.setDividerPositions(1 - sizes.journal() / rows.getHeight());
  }

  /** Makes room for an open wizard, or gives it back. */
  void drawer(boolean open) {
    if (open != drawerOpen) {
      sizes = sizes();
      drawerOpen = open;
      placeColumns();
    }
  }

  /** Shuts the journal to its first line, or opens it again. */
  void foldJournal() {
    double now = journalHeight();
    sizes = sizes();
    boolean folded = now < 80;
    double next = folded ? Math.max(sizes.journal(), PaneSizes.USUAL.journal()) : 40;
    rows.setDividerPositions(1 - next / rows.getHeight());
  }

  /** Opens the journal if it is shut. */
  void openJournal() {
    if (journalHeight() < 80) {
      foldJournal();
    }
  }

  private double journalHeight() {
    return ((Region) rows.getItems().getLast()).getHeight();
  }

  /** The sizes that the panes have now; a folded journal keeps the height that it had. */
  PaneSizes sizes() {
    if (columns.getWidth() <= 0) {
      return sizes;
    }
    double height = journalHeight();
    PaneSizes now =
        new PaneSizes(
            columns.getItems().contains(left) ? left.getWidth() : sizes.find(),
            sizes.side(),
            sizes.drawer(),
            height < 80 ? sizes.journal() : height);
    // A wizard that follows another in the same pulse finds the pane as the other one had it.
    return sizes.unlessMoved(awaited ? now : now.withRight(drawerOpen, right.getWidth()));
  }
}
