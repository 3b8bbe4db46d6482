package org.lazaretto.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lazaretto.graph.Bounds;
import org.lazaretto.graph.Camera;

class ViewpointTest {
  private static final Bounds WORLD = new Bounds(0, 0, 4_000, 2_000);
  private final Viewpoint viewpoint = new Viewpoint();

  ViewpointTest() {
    viewpoint.resize(800, 600);
    viewpoint.world(WORLD);
  }

  @Test
  void until_it_is_moved_it_shows_everything_whatever_the_size() {
    assertThat(viewpoint.sees(WORLD)).isTrue();
    viewpoint.resize(400, 200);
    assertThat(viewpoint.sees(WORLD)).isTrue();
    viewpoint.world(new Bounds(0, 0, 9_000, 9_000));
    assertThat(viewpoint.sees(new Bounds(0, 0, 9_000, 9_000))).isTrue();
  }

  @Test
  void a_world_that_shrinks_moves_nobody_until_everything_is_asked_for() {
    viewpoint.world(new Bounds(0, 0, 9_000, 9_000));
    Camera far = viewpoint.camera();

    viewpoint.world(WORLD);
    assertThat(viewpoint.camera()).isEqualTo(far);

    viewpoint.world(new Bounds(0, 0, 9_000, 9_000));
    assertThat(viewpoint.camera()).isEqualTo(far);

    viewpoint.world(WORLD);
    viewpoint.arranged(0);
    viewpoint.advance(Viewpoint.FLIGHT);
    assertThat(viewpoint.camera().scale()).isGreaterThan(far.scale());
  }

  @Test
  void after_a_plan_the_map_is_whole_again_though_its_pods_waited_a_little_longer() {
    Camera near = viewpoint.camera();
    viewpoint.world(new Bounds(0, 0, 9_000, 9_000));
    viewpoint.settle(0);
    viewpoint.world(new Bounds(0, 0, 9_000, 9_000));

    viewpoint.world(WORLD);
    assertThat(viewpoint.camera()).isEqualTo(near);

    viewpoint.world(new Bounds(0, 0, 3_000, 900));
    assertThat(viewpoint.camera()).as("settled once").isEqualTo(near);
  }

  @Test
  void once_moved_it_stays_where_it_is() {
    viewpoint.pan(30, 10);
    Camera moved = viewpoint.camera();

    viewpoint.resize(1_000, 700);
    viewpoint.world(new Bounds(0, 0, 9_000, 9_000));

    assertThat(viewpoint.camera()).isEqualTo(moved);
    assertThat(viewpoint.whole()).isFalse();
  }

  @Test
  void a_flight_ends_at_its_goal_and_then_nothing_moves() {
    viewpoint.show(new Bounds(1_000, 500, 396, 126), 0);

    assertThat(viewpoint.advance(Viewpoint.FLIGHT / 2)).isTrue();
    assertThat(viewpoint.flying()).isTrue();
    assertThat(viewpoint.advance(Viewpoint.FLIGHT)).isTrue();
    assertThat(viewpoint.advance(Viewpoint.FLIGHT + 1)).isFalse();
    assertThat(viewpoint.sees(new Bounds(1_000, 500, 396, 126))).isTrue();
  }

  @Test
  void a_hand_on_the_map_ends_a_flight() {
    viewpoint.show(new Bounds(1_000, 500, 396, 126), 0);
    viewpoint.zoom(10, 10, 1.1);

    assertThat(viewpoint.flying()).isFalse();
  }

  @Test
  void showing_the_whole_goes_on_to_show_it() {
    viewpoint.zoom(10, 10, 5);
    viewpoint.showWhole(0);
    viewpoint.advance(Viewpoint.FLIGHT);
    viewpoint.resize(300, 300);

    assertThat(viewpoint.sees(WORLD)).isTrue();
  }

  @Test
  void the_world_cannot_be_lost() {
    for (int i = 0; i < 50; i++) {
      viewpoint.pan(500, -700);
    }
    assertThat(viewpoint.camera().sight(800, 600).meets(WORLD)).isTrue();
  }
}
