package org.lazaretto.ui.shell;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;

/** The page of one open incident: finding, picture, inspector or wizard, journal. */
public final class Workspace implements Page {
  private final Desk desk;
  private final Parent view;
  @FXML private StackPane picturePane;

  /** Shows a desk, which it takes over. */
  public Workspace(Desk desk) {
    this.desk = desk;
    this.view = Pages.load("shell/workspace", this);
    StatePane.State loading = StatePane.State.LOADING;
    picturePane
        .getChildren()
        .setAll(new StatePane(loading, Texts.of("shell.loading"), Optional.empty()));
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    desk.close();
  }
}
