package org.lazaretto.ui.find;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Popup;
import org.lazaretto.find.Hit;
import org.lazaretto.find.Results;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** The hits below the search field, right-aligned with it. */
final class HitPopup {
  /** How many hits are seen at once. */
  static final int ROWS = 10;

  private static final double ROW = 32;
  private static final double WIDTH = 560;

  private final Popup popup = new Popup();
  @FXML private ListView<Hit> hitList;
  @FXML private Label hitLabel;

  /**
   * A popup that shows nothing yet.
   *
   * @param picked hears when somebody clicks on the chosen hit
   */
  HitPopup(SearchViewModel model, Runnable picked) {
    popup.getContent().setAll(Pages.load("find/hits", this));
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    hitList.setCellFactory(_ -> new HitCell());
    hitList.setFixedCellSize(ROW);
    hitList.setOnMouseClicked(_ -> {
      model.choose(hitList.getSelectionModel().getSelectedIndex());
      picked.run();
    });
  }

  /** Says what was found. */
  void fill(Results results) {
    List<Hit> hits = results.hits();
    hitList.getItems().setAll(hits);
    hitList.setPrefHeight(Math.min(ROWS, hits.size()) * ROW + 2);
    hitList.setVisible(!hits.isEmpty());
    hitList.setManaged(!hits.isEmpty());
    hitLabel.setText(Texts.of("find.hits", results.total(), hits.size()));
  }

  /**
   * Marks the hit that is chosen, while hits are shown: out of sight a list that scrolls would make
   * its rows where no colour of the theme is known.
   */
  void mark(int place) {
    if (popup.isShowing()) {
      hitList.getSelectionModel().clearAndSelect(place);
      hitList.scrollTo(Math.max(0, place - ROWS / 2));
    }
  }

  /** Shows the hits in the colours of the field's window, whose theme may change meanwhile. */
  void showBelow(Node field) {
    if (!popup.isShowing()) {
      Bindings.bindContent(popup.getScene().getStylesheets(), field.getScene().getStylesheets());
      Bounds bounds = field.localToScreen(field.getBoundsInLocal());
      popup.show(field, bounds.getMaxX() - WIDTH, bounds.getMaxY() + 4);
    }
  }

  void hide() {
    popup.hide();
  }

  boolean showing() {
    return popup.isShowing();
  }
}
