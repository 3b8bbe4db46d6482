package org.lazaretto.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class FoldingBarTest {
  private final Region first = block(100);
  private final Region middle = block(200);
  private final Region last = block(150);
  private final FoldingBar bar = new FoldingBar();

  private static Region block(double width) {
    Region block = new Region();
    block.setMinSize(width, 28);
    block.setPrefSize(width, 28);
    return block;
  }

  private void layOut(double width) {
    bar.getChildren().setAll(first, middle, last);
    bar.resize(width, bar.prefHeight(width));
    bar.layout();
  }

  private List<Double> rows() {
    return bar.getChildren().stream().map(Node::getLayoutY).toList();
  }

  @Test
  void what_has_room_stands_in_one_row_and_the_last_takes_the_rest() {
    layOut(600);

    assertThat(rows()).containsExactly(0.0, 0.0, 0.0);
    assertThat(bar.getHeight()).isEqualTo(28);
    assertThat(last.getLayoutX() + last.getWidth()).isEqualTo(600);
  }

  @Test
  void first_and_last_stay_together_and_the_middle_folds() {
    layOut(300);

    assertThat(rows()).containsExactly(0.0, 34.0, 0.0);
    assertThat(bar.getHeight()).isEqualTo(62);
    assertThat(last.getLayoutX() + last.getWidth()).isEqualTo(300);
  }

  @Test
  void where_nothing_fits_beside_another_each_has_a_row() {
    layOut(210);

    assertThat(rows()).containsExactly(0.0, 34.0, 68.0);
  }

  @Test
  void a_bar_that_does_not_fill_folds_from_left_to_right() {
    bar.setFilling(false);
    layOut(320);

    assertThat(rows()).containsExactly(0.0, 0.0, 34.0);
    assertThat(last.getWidth()).isEqualTo(150);
  }

  @Test
  void nothing_is_wider_than_the_bar() {
    layOut(80);

    assertThat(bar.getChildren()).allMatch(node -> node.getLayoutX() == 0);
    assertThat(bar.prefHeight(80)).isEqualTo(3 * 28 + 2 * 6);
  }

  @Test
  void what_is_not_managed_takes_no_room() {
    middle.setManaged(false);
    layOut(300);

    assertThat(bar.prefWidth(-1)).isEqualTo(258);
    assertThat(first.getLayoutY()).isEqualTo(last.getLayoutY());
  }
}
