package org.lazaretto.ui.journal;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Texts;

/** A value that wraps, and is copied whole by its menu or by Ctrl+C. */
final class ValueLabel extends Label {
  ValueLabel(String value, boolean exact) {
    super(Legible.lines(value));
    setWrapText(true);
    setFocusTraversable(true);
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("value-label");
    if (exact) {
      getStyleClass().add("mono");
    }
    MenuItem copy = new MenuItem(Texts.of("fx.copy"));
    copy.setOnAction(_ -> Clip.copy(value));
    setContextMenu(new ContextMenu(copy));
    setOnMousePressed(_ -> requestFocus());
    setOnKeyPressed(event -> {
      if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
        Clip.copy(value);
        event.consume();
      }
    });
  }
}
