package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class WindowMemoryTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(1920, 0, 1280, 800);

  @Test
  void a_window_that_hung_off_a_smaller_screen_is_moved_onto_it() {
    assertThat(WindowMemory.within(new Rectangle2D(2100, 90, 1280, 800), SCREEN))
        .isEqualTo(new Point2D(1920, 0));
    assertThat(WindowMemory.within(new Rectangle2D(1900, -20, 1100, 700), SCREEN))
        .isEqualTo(new Point2D(1920, 0));
  }

  @Test
  void a_window_that_fits_stays_where_it_was_left() {
    assertThat(WindowMemory.within(new Rectangle2D(2000, 60, 1100, 700), SCREEN))
        .isEqualTo(new Point2D(2000, 60));
  }

  @Test
  void a_window_larger_than_the_screen_begins_at_its_corner_with_the_title() {
    assertThat(WindowMemory.within(new Rectangle2D(2500, 300, 2000, 1500), SCREEN))
        .isEqualTo(new Point2D(1920, 0));
  }
}
