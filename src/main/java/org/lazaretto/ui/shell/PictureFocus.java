package org.lazaretto.ui.shell;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.InSight;

/** The keys' way between the picture and the details beside it: Enter goes there, Escape back. */
final class PictureFocus {
  private final Desk desk;
  private final Parent view;
  private final Parent details;

  /**
   * The focus of that part of the window.
   *
   * @param view holds both lenses
   * @param details shows what is selected
   */
  PictureFocus(Desk desk, Parent view, Parent details) {
    this.desk = desk;
    this.view = view;
    this.details = details;
    details.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveDetails);
  }

  /** What is out of sight cannot keep the focus; the keys of the picture are at hand then. */
  void keep() {
    Node owner = view.getScene() == null ? null : view.getScene().getFocusOwner();
    if (owner == null || !InSight.of(owner)) {
      take();
    }
  }

  /** Gives the keys to the lens in sight. */
  void take() {
    inSight().ifPresent(Node::requestFocus);
  }

  /** Whether Enter asks for details: the picture has the keys, and something is selected. */
  boolean leads() {
    return inSight().filter(Node::isFocused).isPresent()
        && !(desk.selectionProperty().get() instanceof Selection.Nothing);
  }

  /** Gives the keys to the details' tabs. */
  void showDetails() {
    Node tabs = details.lookup(".inspector-tabs");
    if (tabs != null) {
      tabs.requestFocus();
    }
  }

  /** What is selected stays so, until Escape is pressed on the picture. */
  private void leaveDetails(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && inSight().isPresent()) {
      take();
      event.consume();
    }
  }

  private Optional<Node> inSight() {
    return Stream.of("#mapView", "#graphView")
        .map(view::lookup)
        .filter(Objects::nonNull)
        .filter(InSight::of)
        .findFirst();
  }
}
