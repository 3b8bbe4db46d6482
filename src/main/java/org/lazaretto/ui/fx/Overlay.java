package org.lazaretto.ui.fx;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/**
 * Shows one sheet over what is there, which stays to be seen and cannot be used meanwhile. Escape
 * and a click beside it take the sheet away; the focus stays in it and then goes back.
 */
public final class Overlay extends StackPane {
  private Optional<Page> sheet = Optional.empty();
  private Optional<Node> before = Optional.empty();
  private boolean back;

  /** An overlay without a sheet. */
  public Overlay() {
    getStyleClass().add("overlay");
    setVisible(false);
    addEventFilter(KeyEvent.KEY_PRESSED, event -> back = event.isShiftDown());
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPress);
    sceneProperty().subscribe(this::follow);
  }

  private void follow(Scene old, Scene now) {
    if (now != null) {
      now.focusOwnerProperty().addListener(this::keepFocus);
    }
    if (old != null) {
      old.focusOwnerProperty().removeListener(this::keepFocus);
    }
  }

  private void keepFocus(ObservableValue<? extends Node> owner, Node old, Node now) {
    if (now != null && isOpen() && !inside(now)) {
      turnRound();
    }
  }

  private boolean inside(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == this) {
        return true;
      }
    }
    return false;
  }

  /** Shows a sheet in place of the one before, at the top or in the middle. */
  public void show(Page page, Pos where) {
    hide();
    before = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    sheet = Optional.of(page);
    Parent view = page.view();
    if (!view.getStyleClass().contains("sheet")) {
      view.getStyleClass().add("sheet");
    }
    setAlignment(view, where);
    getChildren().setAll(view);
    setVisible(true);
    // A field has no hands before it has its skin: what is typed until the next pulse were lost.
    view.applyCss();
    focusFirst();
  }

  private void focusFirst() {
    sheet
        .flatMap(page -> page.start().or(() -> firstField(page.view())))
        .ifPresent(Node::requestFocus);
  }

  /** Past the last control comes the first, and before the first the last. */
  private void turnRound() {
    List<Node> all = sheet.map(Page::view).map(Overlay::takers).orElse(List.of());
    if (!all.isEmpty()) {
      (back ? all.getLast() : all.getFirst()).requestFocus();
    }
  }

  /** The first that takes the focus: fields to type into, then controls, then names to copy. */
  private static Optional<Node> firstField(Parent view) {
    Node field = view.lookup(".text-input");
    if (field != null && field.isFocusTraversable() && shown(field)) {
      return Optional.of(field);
    }
    return takers(view).stream().min(Comparator.comparing(NameLabel.class::isInstance));
  }

  private static List<Node> takers(Parent view) {
    return view.lookupAll("*").stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled() && shown(node))
        .toList();
  }

  private static boolean shown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Takes the sheet away and closes it. */
  public void hide() {
    Optional<Page> closing = sheet;
    sheet = Optional.empty();
    setVisible(false);
    getChildren().clear();
    closing.ifPresent(Page::close);
    before.ifPresent(Node::requestFocus);
    before = Optional.empty();
  }

  /** Whether there is a sheet. */
  public boolean isOpen() {
    return sheet.isPresent();
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      hide();
    }
  }

  private void onPress(MouseEvent event) {
    if (event.getTarget() == this) {
      event.consume();
      hide();
    }
  }
}
