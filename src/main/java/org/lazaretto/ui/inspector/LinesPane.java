package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;

/** Shows lines, however many: searched, wrapped, copied. */
final class LinesPane implements Page {
  private static final int CONTEXT = 3;
  private static final int SHORT_LINE = 200;
  private static final double HEIGHT = 18;

  private final ObservableList<TextLine> lines;
  private final LineSearch search;
  private final BooleanProperty times = new SimpleBooleanProperty();
  private final List<LineCell> cells = new ArrayList<>();
  private final Parent view;
  private Runnable looking = () -> {};
  @FXML private ListView<TextLine> lineList;
  @FXML private TextField searchField;
  @FXML private Label hitsLabel;
  @FXML private Button previousHitButton;
  @FXML private Button nextHitButton;
  @FXML private ToggleButton wrapButton;

  LinesPane(ObservableList<TextLine> lines) {
    this.lines = lines;
    this.search = new LineSearch(lines);
    this.view = Pages.load("inspector/lines", this);
    lineList.setItems(lines);
    lineList.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    lineList.setCellFactory(_ -> {
      LineCell cell = new LineCell(search, wrapButton.selectedProperty(), times);
      cells.add(cell);
      return cell;
    });
    searchField.textProperty().bindBidirectional(search.queryProperty());
    searchField.addEventHandler(KeyEvent.KEY_PRESSED, this::searchKey);
    lineList.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
    hitsLabel.textProperty().bind(search.summaryProperty());
    previousHitButton.setOnAction(_ -> go(search::previous));
    nextHitButton.setOnAction(_ -> go(search::next));
    searchField.setOnKeyTyped(_ -> go(() -> {}));
    wrapButton
        .selectedProperty()
        .subscribe(wrap -> lineList.setFixedCellSize(wrap ? Region.USE_COMPUTED_SIZE : HEIGHT));
    wrapButton.setSelected(true);
  }

  /** Only who searches is led to a hit: lines that come by themselves move nothing. */
  private void go(Runnable step) {
    step.run();
    long number = search.currentProperty().get();
    if (number != LineSearch.NONE && !lines.isEmpty()) {
      looking.run();
      lineList.scrollTo(contextOf((int) (number - lines.getFirst().number())));
    }
  }

  /** The first of the lines above a hit that leave it in sight: a wrapped one may fill the pane. */
  private int contextOf(int hit) {
    int first = Math.max(0, hit);
    while (first > 0
        && hit - first < CONTEXT
        && lines.get(first - 1).text().length() <= SHORT_LINE) {
      first--;
    }
    return first;
  }

  /** Tells when somebody is led to a hit. */
  void onLooking(Runnable told) {
    looking = told;
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        go(search::previous);
      } else {
        go(search::next);
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !searchField.getText().isEmpty()) {
      searchField.clear();
      event.consume();
    }
  }

  private void listKey(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      Clip.copy(selected());
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      searchField.requestFocus();
      event.consume();
    }
  }

  private String selected() {
    return lineList.getSelectionModel().getSelectedItems().stream()
        .map(line ->
            times.get() && !line.time().isEmpty() ? line.time() + "  " + line.text() : line.text())
        .collect(Collectors.joining("\n"));
  }

  /** Shows the last line. */
  void scrollToEnd() {
    if (!lines.isEmpty()) {
      lineList.scrollTo(lines.size() - 1);
    }
  }

  /** Whether each line begins with its time. */
  BooleanProperty timesProperty() {
    return times;
  }

  /** The list itself, for who wants to know whether it is scrolled. */
  ListView<TextLine> list() {
    return lineList;
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    cells.forEach(LineCell::close);
  }
}
