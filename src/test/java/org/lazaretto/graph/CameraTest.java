package org.lazaretto.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CameraTest {
  private static final Offset<Double> A_HAIR = within(1e-6);

  private final Camera camera = new Camera(100, 50, 0.5);

  @Test
  void zooming_keeps_the_place_under_the_pointer() {
    Camera next = camera.zoomed(300, 200, 1.7);

    assertThat(next.x() + 300 / next.scale()).isCloseTo(camera.x() + 300 / 0.5, A_HAIR);
    assertThat(next.y() + 200 / next.scale()).isCloseTo(camera.y() + 200 / 0.5, A_HAIR);
  }

  @Test
  void zooming_ends_at_its_bounds_without_moving_on() {
    Camera nearest = camera.zoomed(300, 200, 1_000);

    assertThat(nearest.scale()).isEqualTo(Camera.NEAREST);
    assertThat(nearest.zoomed(300, 200, 2)).isEqualTo(nearest);
    assertThat(camera.zoomed(0, 0, 1e-9).scale()).isEqualTo(Camera.FARTHEST);
  }

  @Test
  void panning_follows_the_pointer() {
    assertThat(camera.panned(10, -20)).isEqualTo(new Camera(80, 90, 0.5));
  }

  @Test
  void a_small_world_is_shown_at_a_hundred_percent_and_a_large_one_whole() {
    assertThat(Camera.fitting(new Bounds(0, 0, 300, 200), 800, 600).scale()).isEqualTo(1);
    assertThat(Camera.fitting(new Bounds(0, 0, 300, 200), 3_000, 1_500).scale())
        .isCloseTo(1_500 / 900.0, A_HAIR);
    assertThat(Camera.fitting(new Bounds(0, 0, 300, 200), 9_000, 5_000).scale()).isEqualTo(2);

    Bounds large = new Bounds(0, 0, 40_000, 20_000);
    Bounds sight = Camera.fitting(large, 800, 600).sight(800, 600);
    assertThat(sight.x()).isNegative();
    assertThat(sight.right()).isGreaterThan(40_000);
    assertThat(sight.bottom()).isGreaterThan(20_000);
  }

  @Test
  void a_world_cannot_be_lost_from_sight() {
    Bounds world = new Bounds(0, 0, 1_000, 1_000);

    Camera lost = camera.panned(-1e7, 1e7).kept(world, 800, 600);

    assertThat(lost.sight(800, 600).meets(world)).isTrue();
    assertThat(camera.kept(world, 800, 600)).isEqualTo(camera);
  }

  @Test
  void a_flight_begins_here_and_ends_there() {
    Camera goal = Camera.centred(new Bounds(5_000, 3_000, 68, 24), 1, 800, 600);

    assertThat(camera.towards(goal, 1, 800, 600)).isEqualTo(goal);
    Camera start = camera.towards(goal, 0, 800, 600);
    assertThat(start.x()).isCloseTo(camera.x(), A_HAIR);
    assertThat(start.scale()).isCloseTo(camera.scale(), A_HAIR);
    Camera middle = camera.towards(goal, 0.5, 800, 600);
    assertThat(middle.scale()).isBetween(0.5, 1.0);
  }

  @Test
  void a_flight_at_one_height_goes_straight() {
    Camera goal = camera.panned(-400, 0);

    assertThat(camera.towards(goal, 0.5, 800, 600).x()).isCloseTo(camera.x() + 400, A_HAIR);
  }

  @Test
  void detail_grows_with_the_width_of_a_cell() {
    assertThat(Detail.of(1.9)).isEqualTo(Detail.STRIP);
    assertThat(Detail.of(2)).isEqualTo(Detail.RAW);
    assertThat(Detail.of(5)).isEqualTo(Detail.GAPS);
    assertThat(Detail.of(12)).isEqualTo(Detail.SIGNS);
    assertThat(Detail.of(40)).isEqualTo(Detail.NAMES);
    assertThat(Detail.of(300)).isEqualTo(Detail.FULL);
  }
}
