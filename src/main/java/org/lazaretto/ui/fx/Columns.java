package org.lazaretto.ui.fx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Gives the columns of a table the widths that somebody drew before. Only what a person draws is
 * kept, not what comes of the size of a window.
 */
public final class Columns {
  private static final String KEY = "lazaretto.columns";

  private final TableView<?> table;
  private final String name;
  private Map<String, Double> before = Map.of();

  private Columns(TableView<?> table, String name) {
    this.table = table;
    this.name = name;
  }

  /** What is known of columns, and keeps it. */
  public interface Memory {
    /** The width that somebody drew, in pixels. */
    OptionalDouble width(String table, String column);

    /** Somebody drew them. */
    void keep(String table, Map<String, Double> widths);
  }

  /** Says for a window where widths are kept. */
  public static void rememberIn(Scene scene, Memory memory) {
    scene.getProperties().put(KEY, memory);
  }

  /**
   * Has a table take up its widths when it comes into a window, and keep what is drawn there.
   *
   * @param name of the table, without a dot; its columns are known by their ids
   */
  public static void remember(TableView<?> table, String name) {
    Columns columns = new Columns(table, name);
    table.sceneProperty().subscribe(columns::takeUp);
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> columns.before = columns.widths());
    // On its way down: the divider that is let go consumes it.
    table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> columns.keep());
  }

  private Optional<Memory> memory() {
    return memory(table.getScene());
  }

  private static Optional<Memory> memory(@Nullable Scene scene) {
    return Optional.ofNullable(scene)
        .map(known -> known.getProperties().get(KEY))
        .map(Memory.class::cast);
  }

  private void takeUp(@Nullable Scene scene) {
    memory(scene)
        .ifPresent(memory -> {
          for (TableColumn<?, ?> column : table.getColumns()) {
            if (column.getId() != null) {
              memory
                  .width(name, column.getId())
                  .ifPresent(width -> column.setPrefWidth(within(column, width)));
            }
          }
        });
  }

  private static double within(TableColumn<?, ?> column, double width) {
    return Math.clamp(
        width, column.getMinWidth(), Math.max(column.getMinWidth(), column.getMaxWidth()));
  }

  private Map<String, Double> widths() {
    Map<String, Double> widths = new LinkedHashMap<>();
    for (TableColumn<?, ?> column : table.getColumns()) {
      if (column.getId() != null && column.isResizable()) {
        widths.put(column.getId(), column.getWidth());
      }
    }
    return widths;
  }

  private void keep() {
    Map<String, Double> now = widths();
    if (!now.equals(before)) {
      memory().ifPresent(memory -> memory.keep(name, now));
    }
  }
}
