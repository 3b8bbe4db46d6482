package org.lazaretto.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;

/** The list of all actions, narrowed by what is typed. */
final class PaletteSheet implements Page {
  private static final double ROW = 36;
  private static final int MOST = 11;

  private final PaletteViewModel model;
  private final WindowControls controls;
  private final Parent view;
  @FXML private TextField queryField;
  @FXML private ListView<Action> actionList;

  PaletteSheet(List<Action> offered, WindowControls controls) {
    this.model = new PaletteViewModel(offered);
    this.controls = controls;
    this.view = Pages.load("shell/palette", this);
    actionList.setCellFactory(_ -> new ActionCell());
    Label none = new Label(Texts.of("shell.palette.none"));
    none.getStyleClass().add("muted");
    actionList.setPlaceholder(none);
    actionList.setFixedCellSize(ROW);
    actionList.setOnMouseClicked(_ -> run());
    actionList.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    queryField.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    queryField.textProperty().subscribe(this::narrow);
  }

  private void narrow(String query) {
    actionList.getItems().setAll(model.matching(query));
    actionList.getSelectionModel().selectFirst();
    int rows = Math.clamp(actionList.getItems().size(), 1, MOST);
    actionList.setPrefHeight(rows * ROW + 2);
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      run();
    } else if (queryField.equals(event.getTarget())
        && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
      event.consume();
      move(event.getCode() == KeyCode.DOWN);
    }
  }

  private void move(boolean down) {
    if (down) {
      actionList.getSelectionModel().selectNext();
    } else {
      actionList.getSelectionModel().selectPrevious();
    }
    actionList.scrollTo(actionList.getSelectionModel().getSelectedIndex());
  }

  /** The sheet goes first: the action may show another. */
  private void run() {
    Optional<Action> chosen = Optional.ofNullable(actionList.getSelectionModel().getSelectedItem());
    if (chosen.isPresent()) {
      controls.hideSheet();
      chosen.get().run().run();
    }
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {}

  private static final class ActionCell extends ListCell<Action> {
    private final Label key = new Label();

    ActionCell() {
      key.getStyleClass().add("key-cap");
      setContentDisplay(ContentDisplay.RIGHT);
      setGraphicTextGap(16);
    }

    @Override
    protected void updateItem(@Nullable Action action, boolean empty) {
      super.updateItem(action, empty);
      if (action == null || empty) {
        setText("");
        setGraphic(null);
        setTooltip(null);
        return;
      }
      setText(action.title());
      setTooltip(new Tooltip(action.title()));
      key.setText(action.shortcut().map(org.lazaretto.ui.fx.Shortcut::shown).orElse(""));
      setGraphic(action.shortcut().isPresent() ? key : null);
    }
  }
}
