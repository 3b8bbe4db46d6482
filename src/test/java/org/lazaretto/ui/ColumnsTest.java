package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.lazaretto.settings.ColumnState;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;

/** The columns of tables keep the widths that somebody drew. */
class ColumnsTest extends WindowTest {
  @Test
  void a_column_that_was_drawn_is_as_wide_in_the_next_window() throws Exception {
    open(new Opening.Start());
    hand.find("caseTable");
    double before = width("caseTable", "idColumn");
    hand.until("the header", () -> table("caseTable").lookup("#idColumn") != null);
    draw("caseTable", "idColumn", 40);
    assertThat(width("caseTable", "idColumn")).isEqualTo(before + 40, within(1.5));
    hand.act(stage()::hide);
    assertThat(kept().of("cases", "idColumn").orElseThrow()).isEqualTo(before + 40, within(1.5));

    open(new Opening.Start());
    hand.find("caseTable");
    hand.until("the width", () -> Math.abs(width("caseTable", "idColumn") - before - 40) < 1.5);
  }

  @Test
  void the_size_of_a_window_is_not_taken_for_the_wish_of_a_person() throws Exception {
    open(new Opening.Start());
    hand.find("caseTable");
    hand.act(() -> stage().setWidth(1600));
    hand.press("themeButton");
    hand.act(() -> stage().hide());
    assertThat(kept()).isEqualTo(ColumnState.NONE);
  }

  @Test
  void the_journal_gives_what_is_said_the_width_that_is_left() throws Exception {
    preferences.change(settings ->
        settings.with(ColumnState.NONE.with("journal", Map.of("who", 200.0, "vanished", 300.0))));
    practise();
    hand.find("rowTable");
    hand.until("the width", () -> width("rowTable", "who") == 200);
    hand.until(
        "no more than the table",
        () -> {
          TableView<?> rows = table("rowTable");
          double all = rows.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
          return all <= rows.getWidth() && all > rows.getWidth() - 32;
        });
    looksRight("columns-journal");
  }

  private ColumnState kept() {
    return preferences.now().panes().columns();
  }

  private static TableView<?> table(String id) {
    return (TableView<?>) Sight.of(id).orElseThrow();
  }

  private static double width(String table, String column) {
    return table(table).getColumns().stream()
        .filter(each -> each.getId().equals(column))
        .mapToDouble(TableColumn::getWidth)
        .findFirst()
        .orElseThrow();
  }

  /** Takes hold of the divider right of a column and moves it. */
  private void draw(String table, String column, double by) throws InterruptedException {
    hand.act(() -> {
      Node header = table(table).lookup("#" + column);
      Bounds place = header.localToScene(header.getLayoutBounds());
      double x = place.getMaxX() - 1;
      double y = place.getCenterY();
      Node divider = under(table(table), x, y);
      mouse(divider, MouseEvent.MOUSE_PRESSED, x, y);
      mouse(divider, MouseEvent.MOUSE_DRAGGED, x + by, y);
      mouse(divider, MouseEvent.MOUSE_RELEASED, x + by, y);
    });
  }

  private static Node under(Node root, double x, double y) {
    return root.lookupAll("*").stream()
        .filter(node -> node.getTypeSelector().equals("Rectangle"))
        .filter(node -> node.localToScene(node.getLayoutBounds()).contains(x, y))
        .findFirst()
        .orElseThrow();
  }

  private void mouse(Node node, javafx.event.EventType<MouseEvent> type, double x, double y) {
    Stage window = stage();
    javafx.geometry.Point2D inside = node.sceneToLocal(x, y);
    node.fireEvent(
        new MouseEvent(
            type,
            inside.getX(),
            inside.getY(),
            window.getX() + x,
            window.getY() + y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}
