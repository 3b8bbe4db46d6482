package org.lazaretto.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Toolkit;

/** A report's rows, which are made some at a time. */
class RowsTest {
  @Test
  void columns_are_as_wide_in_every_piece_whatever_stands_in_them() {
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
    CompletableFuture.runAsync(RowsTest::lay, Toolkit.fx()).join();
  }

  private static void lay() {
    for (double width : new double[] {300, 420, 640, 1100}) {
      Rows rows = new Rows(3);
      for (int i = 0; i < 16; i++) {
        String words = i < 8 ? "a" : "many words that ask for much room ".repeat(9);
        rows.add(i, () -> List.of(Prose.mono("12:00:00"), Prose.text(words), Prose.text("b")));
      }
      List<Piece> pieces = rows.pieces();
      assertThat(pieces).hasSize(2);
      VBox box = new VBox();
      pieces.forEach(piece -> box.getChildren().add(piece.made().get()));
      Scene scene = new Scene(new Group());
      scene.setRoot(box);
      box.resize(width, 2_000);
      box.applyCss();
      box.layout();
      assertThat(starts(box.getChildren().getFirst()))
          .as("at " + width)
          .isEqualTo(starts(box.getChildren().getLast()));
    }
  }

  private static List<Double> starts(Node grid) {
    return ((GridPane) grid)
        .getChildren().stream()
            .limit(3)
            .map(Node::getLayoutX)
            .map(x -> (double) Math.round(x))
            .toList();
  }
}
