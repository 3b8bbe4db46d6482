package org.lazaretto.ui.wizard;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Texts;

/** Columns of the wizards' tables. */
final class Cells {
  private static final double HEADER = 30;

  private Cells() {}

  /** A column of values. */
  static <R, V> TableColumn<R, V> column(String key, double width, Function<R, V> value) {
    TableColumn<R, V> column = new TableColumn<>(Texts.of(key));
    column.setPrefWidth(width);
    column.setId(key.substring(key.lastIndexOf('.') + 1));
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    return column;
  }

  /** A column of names from the cluster. */
  static <R> TableColumn<R, String> names(String key, double width, Function<R, String> name) {
    TableColumn<R, String> column = column(key, width, name);
    column.setCellFactory(_ -> new NameCell<>());
    return column;
  }

  /** A column of sentences, whole on hover. */
  static <R> TableColumn<R, String> words(String key, double width, Function<R, String> text) {
    TableColumn<R, String> column = column(key, width, text);
    column.setCellFactory(_ -> new WordCell<>());
    return column;
  }

  /** A column of numbers. */
  static <R> TableColumn<R, Integer> numbers(String key, double width, Function<R, Integer> n) {
    TableColumn<R, Integer> column = column(key, width, n);
    column.getStyleClass().add("wizard-number");
    column.setMaxWidth(width * 1.5);
    return column;
  }

  /** Makes a table as high as its rows, up to that many. */
  static void fitRows(TableView<?> table, int rows, int most) {
    int shown = Math.clamp(rows, 1, most);
    fit(table, shown * table.getFixedCellSize());
  }

  /** Makes a table as high as that many pixels of rows. */
  static void fit(TableView<?> table, double rows) {
    table.setPrefHeight(HEADER + rows + 2);
    table.setMinHeight(table.getPrefHeight());
  }

  /** A name, elided in its middle. */
  private static final class NameCell<R> extends TableCell<R, String> {
    private final NameLabel label = new NameLabel();

    NameCell() {
      label.setFocusTraversable(false);
      setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      if (empty || name == null) {
        setGraphic(null);
      } else {
        label.setName(name);
        setGraphic(label);
      }
    }
  }

  /** A sentence. */
  private static final class WordCell<R> extends TableCell<R, String> {
    private final Hint hint = Hint.on(this);

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      String visible = empty || text == null ? "" : HostileText.visible(text);
      setText(visible);
      hint.say(visible);
    }
  }
}
