package org.lazaretto.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.graph.lens.Box;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensScope;

class ViewportTest {
  private final Viewport viewport = new Viewport();
  private final Lens lens =
      Lens.open(Clusters.shop().build(), new LensScope.Namespace("shop"), Set.of(), Set.of());
  private final Box last = lens.boxes().stream().max((a, b) -> (int) (a.top() - b.top())).get();

  @BeforeEach
  void a_pane() {
    viewport.pane(800, 400);
    viewport.world(768, 2_000);
  }

  private double zoom() {
    return viewport.zoomProperty().get();
  }

  @Test
  void fit_shows_all_of_it_in_the_middle() {
    viewport.fit();

    assertThat(2_000 * zoom()).isCloseTo(400 - Viewport.TOP - 24, within(0.01));
    assertThat(viewport.move().getX()).isCloseTo((800 - 768 * zoom()) / 2, within(0.01));
  }

  @Test
  void a_high_picture_opens_readable_at_its_begin() {
    viewport.open();

    assertThat(zoom()).isCloseTo(752 / 768.0, within(0.001));
    assertThat(viewport.move().getY()).isEqualTo(Viewport.TOP);
  }

  @Test
  void a_small_picture_opens_as_it_is() {
    viewport.world(768, 100);
    viewport.pane(2_000, 1_000);
    viewport.open();

    assertThat(zoom()).isEqualTo(1.1);
  }

  @Test
  void zooming_keeps_the_point_under_the_pointer() {
    viewport.open();
    double before = (300 - viewport.move().getX()) / zoom();

    viewport.zoom(1.5, 300, 200);

    assertThat((300 - viewport.move().getX()) / zoom()).isCloseTo(before, within(0.001));
  }

  @Test
  void zoom_ends_somewhere() {
    for (int i = 0; i < 100; i++) {
      viewport.zoom(1.5);
    }
    assertThat(zoom()).isEqualTo(3);
    for (int i = 0; i < 100; i++) {
      viewport.zoom(0.5);
    }
    assertThat(zoom()).isEqualTo(0.1);
  }

  @Test
  void a_part_stays_in_sight_however_far_one_pans() {
    viewport.open();
    viewport.pan(1e6, 1e6);
    assertThat(viewport.move().getX()).isLessThan(800);
    assertThat(viewport.move().getY()).isLessThan(400);
    viewport.pan(-1e9, -1e9);
    assertThat(viewport.move().getX() + 768 * zoom()).isPositive();
    assertThat(viewport.move().getY() + 2_000 * zoom()).isPositive();
  }

  @Test
  void revealing_a_box_pans_to_it_and_no_further() {
    viewport.open();
    assertThat(viewport.sees(last, 36)).isFalse();

    viewport.reveal(last);
    double after = viewport.move().getY();

    assertThat(viewport.sees(last, 36)).isTrue();
    viewport.reveal(last);
    assertThat(viewport.move().getY()).isEqualTo(after);
  }

  @Test
  void a_pane_without_room_breaks_nothing() {
    viewport.pane(0, 0);
    viewport.fit();
    viewport.open();

    assertThat(zoom()).isPositive();
  }
}
