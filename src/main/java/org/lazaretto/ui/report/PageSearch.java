package org.lazaretto.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lazaretto.ui.fx.Pages;

/** The field that searches in the report, and the light on what it finds. */
final class PageSearch {
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current-hit");

  private final PageSearchViewModel model = new PageSearchViewModel();
  private final Consumer<Node> show;
  private final Runnable left;
  private final Parent view;
  private List<Label> labels = List.of();
  @FXML private TextField reportSearchField;
  @FXML private Label hitCountLabel;
  @FXML private Button hitBeforeButton;
  @FXML private Button hitAfterButton;

  /**
   * A search.
   *
   * @param show brings what is found into sight
   * @param left is told when somebody has done with searching
   */
  PageSearch(Consumer<Node> show, Runnable left) {
    this.show = show;
    this.left = left;
    this.view = Pages.load("report/search", this);
    reportSearchField.textProperty().bindBidirectional(model.queryProperty());
    reportSearchField.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    hitBeforeButton.setOnAction(_ -> model.previous());
    hitAfterButton.setOnAction(_ -> model.next());
    hitCountLabel.textProperty().bind(model.summaryProperty());
    model.hitsProperty().subscribe(this::light);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      step(event.isShiftDown());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      reportSearchField.clear();
      left.run();
      event.consume();
    }
  }

  /** The keys that search wherever one is on the page; whether this was one. */
  boolean handles(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      reportSearchField.requestFocus();
      reportSearchField.selectAll();
    } else if (event.getCode() == KeyCode.F3) {
      step(event.isShiftDown());
    } else {
      return false;
    }
    return true;
  }

  private void step(boolean back) {
    if (back) {
      model.previous();
    } else {
      model.next();
    }
  }

  /** Searches below a node, as it is now. */
  void read(Parent page) {
    List<Label> found = new ArrayList<>();
    collect(page, found);
    labels = found;
    model.read(found.stream().map(Label::getText).toList());
    light(model.hitsProperty().get());
  }

  private static void collect(Parent parent, List<Label> found) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child instanceof Label label && label.getText() != null) {
        found.add(label);
      } else if (child instanceof Parent inner) {
        collect(inner, found);
      }
    }
  }

  private void light(PageSearchViewModel.Hits hits) {
    for (Label label : labels) {
      label.pseudoClassStateChanged(HIT, false);
      label.pseudoClassStateChanged(CURRENT, false);
    }
    hits.places().forEach(place -> labels.get(place).pseudoClassStateChanged(HIT, true));
    hits.current()
        .ifPresent(place -> {
          labels.get(place).pseudoClassStateChanged(CURRENT, true);
          show.accept(labels.get(place));
        });
    hitBeforeButton.setDisable(hits.places().isEmpty());
    hitAfterButton.setDisable(hits.places().isEmpty());
  }

  Parent view() {
    return view;
  }
}
