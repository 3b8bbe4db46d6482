package org.lazaretto.ui.fx;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lazaretto.model.HostileText;

/**
 * A name from the cluster: in monospace, elided in its middle with the whole on hover, made visible
 * where it is hostile, and copied by its menu or by Ctrl+C.
 */
public final class NameLabel extends Label {
  private final Hint hint = Hint.on(this);
  private final StringProperty name = new SimpleStringProperty(this, "name", "");

  /** A label without a name yet, for FXML. */
  public NameLabel() {
    getStyleClass().addAll("mono", "name-label");
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    setEllipsisString("…");
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    name.addListener((_, _, now) -> show(now));
    addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnKey);
    // A menu is a window of its own, and dear: it is made for who asks.
    addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, _ -> offerMenu());
  }

  private void offerMenu() {
    if (getContextMenu() == null) {
      MenuItem copy = new MenuItem(Texts.of("fx.copy"));
      copy.setOnAction(_ -> Clip.copy(getName()));
      setContextMenu(new ContextMenu(copy));
    }
  }

  /** A label of that name. */
  public NameLabel(String name) {
    this();
    setName(name);
  }

  private void show(String now) {
    String visible = HostileText.visible(now);
    setText(visible);
    setAccessibleText(visible);
    hint.say(visible);
  }

  private void copyOnKey(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      Clip.copy(getName());
      event.consume();
    }
  }

  /** The name as the cluster has it. */
  public String getName() {
    return name.get();
  }

  /** Shows another name. */
  public void setName(String value) {
    name.set(value);
  }

  /** The name as the cluster has it. */
  public StringProperty nameProperty() {
    return name;
  }
}
