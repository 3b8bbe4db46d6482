package org.lazaretto.ui.start;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Columns;
import org.lazaretto.ui.fx.Texts;

/** The table of recent cases. */
final class CaseTable {
  private static final double HEADER = 32;
  private static final double ROW = 26;
  private static final int MOST_ROWS = 8;

  private final TableView<CaseRow> table;

  /** Wires a table; Enter and a double click open the row. */
  CaseTable(TableView<CaseRow> table, Runnable open) {
    this.table = table;
    Label empty = new Label(Texts.of("start.cases.none"));
    empty.getStyleClass().add("muted");
    empty.setWrapText(true);
    table.setPlaceholder(empty);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setFixedCellSize(ROW);
    table.addEventHandler(KeyEvent.KEY_PRESSED, event -> onKey(event, open));
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && selected().isPresent()) {
        open.run();
      }
    });
    Columns.remember(table, "cases");
    fit();
  }

  private void onKey(KeyEvent event, Runnable open) {
    if (event.getCode() == KeyCode.ENTER && selected().isPresent()) {
      event.consume();
      open.run();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      event.consume();
      selected().ifPresent(row -> Clip.copy(row.copyable()));
    }
  }

  /** A column of words with their tone. */
  static void column(TableColumn<CaseRow, CaseRow> column, Function<CaseRow, CaseRow.Words> words) {
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ -> new WordsCell(words));
    column.setComparator(
        (one, other) -> words.apply(one).text().compareTo(words.apply(other).text()));
  }

  void show(List<CaseRow> rows) {
    table.getItems().setAll(rows);
    fit();
  }

  /** Replaces the row of that folder. */
  void show(CaseRow row) {
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).folder().equals(row.folder())) {
        boolean selected = table.getSelectionModel().isSelected(i);
        table.getItems().set(i, row);
        if (selected) {
          table.getSelectionModel().select(i);
        }
      }
    }
  }

  private void fit() {
    int rows = Math.clamp(table.getItems().size(), 2, MOST_ROWS);
    double height = HEADER + rows * ROW + 4;
    table.setPrefHeight(height);
    table.setMinHeight(height);
  }

  Optional<CaseRow> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  /** A cell that says why where something is wrong. */
  private static final class WordsCell extends TableCell<CaseRow, CaseRow> {
    private final Function<CaseRow, CaseRow.Words> words;

    WordsCell(Function<CaseRow, CaseRow.Words> words) {
      this.words = words;
    }

    @Override
    protected void updateItem(@Nullable CaseRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeIf(name -> name.startsWith("tone-"));
      if (row == null || empty) {
        setText("");
        setTooltip(null);
        return;
      }
      CaseRow.Words said = words.apply(row);
      setText(said.text());
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      getStyleClass().add("tone-" + said.tone().name().toLowerCase(Locale.ROOT));
      String trouble = row.trouble();
      setTooltip(new Tooltip(trouble.isEmpty() ? said.text() : said.text() + "\n" + trouble));
    }
  }
}
