package org.lazaretto.ui.journal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Columns;
import org.lazaretto.ui.fx.Texts;

/** Gives the table of rows its cells, order, copies and ways into a row. */
final class JournalTable {
  private static final double SCROLL_BAR = 16;

  private final TableView<JournalRow> table;
  private final JournalViewModel journal;
  private final JournalHost host;
  private final Consumer<JournalRow> opened;
  private final Map<TableColumn<JournalRow, ?>, RowQuery.Column> columns;

  JournalTable(
      TableView<JournalRow> table,
      JournalViewModel journal,
      JournalHost host,
      Consumer<JournalRow> opened) {
    this.table = table;
    this.journal = journal;
    this.host = host;
    this.opened = opened;
    this.columns = columns();
    table.setItems(journal.rows());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setRowFactory(_ -> row());
    table.setTableMenuButtonVisible(false);
    table.setSortPolicy(_ -> {
      journal.order(order());
      return true;
    });
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    table.getColumns().getFirst().getStyleClass().add("first-cell");
    Columns.remember(table, "journal");
    table.widthProperty().subscribe(_ -> fit());
    table.getColumns().forEach(column -> column.widthProperty().subscribe(_ -> fit()));
  }

  /** What is said gets all the width that the others leave. */
  private void fit() {
    double others =
        table.getColumns().stream()
            .filter(column -> columns.get(column) != RowQuery.Column.WHAT && column.isVisible())
            .mapToDouble(TableColumn::getWidth)
            .sum();
    double rest = table.getWidth() - others - SCROLL_BAR;
    columns.forEach((column, kind) -> {
      if (kind == RowQuery.Column.WHAT) {
        column.setPrefWidth(Math.max(column.getMinWidth(), rest));
      }
    });
  }

  private Map<TableColumn<JournalRow, ?>, RowQuery.Column> columns() {
    List<TableColumn<JournalRow, ?>> all = table.getColumns();
    RowQuery.Column[] kinds = RowQuery.Column.values();
    Map<TableColumn<JournalRow, ?>, RowQuery.Column> known = new java.util.HashMap<>();
    for (int i = 0; i < kinds.length; i++) {
      known.put(all.get(i), kinds[i]);
      all.get(i).setResizable(kinds[i] != RowQuery.Column.WHAT);
      all.get(i).setId(kinds[i].name().toLowerCase(Locale.ROOT));
      JournalCells.dress(all.get(i), kinds[i], journal, host);
    }
    return known;
  }

  private Optional<RowQuery.Order> order() {
    return table.getSortOrder().stream()
        .findFirst()
        .map(column ->
            new RowQuery.Order(
                columns.getOrDefault(column, RowQuery.Column.TIME),
                column.getSortType() == TableColumn.SortType.ASCENDING));
  }

  private TableRow<JournalRow> row() {
    TableRow<JournalRow> row = new TableRow<>();
    row.setOnMouseClicked(event -> {
      boolean plain = !event.isShortcutDown() && !event.isShiftDown();
      if (event.getButton() == MouseButton.PRIMARY && plain && !row.isEmpty()) {
        opened.accept(row.getItem());
      }
    });
    row.setOnContextMenuRequested(event -> {
      if (!row.isEmpty()) {
        menu(row).show(row, event.getScreenX(), event.getScreenY());
        event.consume();
      }
    });
    return row;
  }

  private ContextMenu menu(TableRow<JournalRow> row) {
    MenuItem details = new MenuItem(Texts.of("journal.menu.details"));
    details.setOnAction(_ -> opened.accept(row.getItem()));
    MenuItem copy = new MenuItem(Texts.of("journal.menu.copy"));
    copy.setOnAction(_ -> copy());
    MenuItem select = new MenuItem(Texts.of("journal.menu.select"));
    select.setOnAction(_ -> row.getItem().what().object().ifPresent(host::select));
    ContextMenu menu = new ContextMenu(details, copy, select);
    menu.setOnShowing(
        _ -> select.setDisable(!host.selects() || row.getItem().what().object().isEmpty()));
    return menu;
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      copy();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(opened);
      event.consume();
    }
  }

  /** The selected rows as a table that a spreadsheet takes. */
  private void copy() {
    Clip.copy(
        table.getSelectionModel().getSelectedItems().stream()
            .map(JournalTable::text)
            .collect(Collectors.joining("\n")));
  }

  private static String text(JournalRow row) {
    return String.join(
        "\t",
        Legible.whole(row.at()),
        Legible.line(row.who()),
        row.kind().word(),
        Legible.line(row.what().text()),
        row.outcome().spoken(),
        JournalCells.evidence(row));
  }
}
