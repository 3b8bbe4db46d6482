package org.lazaretto.ui.shell;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.WindowControls;

/** The keys of everything that has one. */
final class ShortcutsSheet implements Page {
  private final Parent view;
  @FXML private GridPane keyGrid;
  @FXML private Button closeButton;

  ShortcutsSheet(List<Action> offered, WindowControls controls) {
    this.view = Pages.load("shell/shortcuts", this);
    int row = 0;
    for (Action action : offered) {
      if (action.shortcut().isPresent()) {
        Label key = new Label(action.shortcut().map(Shortcut::shown).orElse(""));
        key.getStyleClass().add("key-cap");
        Label title = new Label(action.title());
        title.setTooltip(new Tooltip(action.title()));
        keyGrid.addRow(row++, key, title);
      }
    }
    closeButton.setOnAction(_ -> controls.hideSheet());
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {}
}
