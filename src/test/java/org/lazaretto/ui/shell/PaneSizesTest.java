package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaneSizesTest {
  @Test
  void sizes_stay_where_they_can_be_used() {
    PaneSizes odd = new PaneSizes(-5, 1e9, 0, Double.NaN);
    assertThat(odd).isEqualTo(new PaneSizes(200, 720, 520, 40));
  }

  @Test
  void the_right_pane_has_a_width_of_its_own_while_a_wizard_is_open() {
    PaneSizes sizes = PaneSizes.USUAL.withRight(true, 600).withRight(false, 400);
    assertThat(sizes.right(true, 1600)).isEqualTo(600);
    assertThat(sizes.right(false, 1600)).isEqualTo(400);
  }

  @Test
  void a_drawer_gives_way_to_the_picture_as_far_as_it_can_be_used() {
    PaneSizes sizes = PaneSizes.USUAL;
    assertThat(sizes.crowded(1280)).isFalse();
    assertThat(sizes.right(true, 1280)).isEqualTo(576);
    assertThat(sizes.crowded(1210)).isFalse();
    assertThat(sizes.right(true, 1210)).isEqualTo(1210 - 236 - 440);
  }

  @Test
  void in_a_small_window_list_picture_and_drawer_find_no_room_beside_each_other() {
    PaneSizes sizes = PaneSizes.USUAL;
    assertThat(sizes.crowded(1100)).isTrue();
    assertThat(sizes.right(true, 1100)).isEqualTo(576);
    assertThat(sizes.right(true, 900)).isEqualTo(PaneSizes.DRAWER_LEAST);
  }

  @Test
  void panes_that_nobody_moved_keep_the_sizes_that_they_were_given() {
    PaneSizes measured = new PaneSizes(235, 368, 574, 169);
    assertThat(PaneSizes.USUAL.unlessMoved(measured)).isEqualTo(PaneSizes.USUAL);
    assertThat(PaneSizes.USUAL.unlessMoved(measured.withRight(false, 360)))
        .isEqualTo(PaneSizes.USUAL.withRight(false, 360));
  }

  @Test
  void changes_are_counted_over_one_minute() {
    ChangeRate rate = new ChangeRate();
    rate.count(5);
    rate.tick();
    rate.count(7);
    rate.tick();
    assertThat(rate.perMinute()).isEqualTo(12);
    for (int i = 0; i < 59; i++) {
      rate.tick();
    }
    assertThat(rate.perMinute()).isEqualTo(7);
    rate.tick();
    assertThat(rate.perMinute()).isZero();
  }
}
