package org.lazaretto.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.Pod;

class HitTestTest {
  private final MapModel model = MapModelTest.map(Clusters.large(60, 1_500));
  private final MapFrame frame = model.frame();

  @ParameterizedTest
  @ValueSource(doubles = {0.045, 0.05, 0.08, 0.15, 0.31, 0.62, 1, 1.37, 3})
  void every_pod_that_has_a_pixel_is_hit_in_its_middle(double scale) {
    Projection projection = new Projection(frame.grid(), new Camera(-3.3, -7.1, scale), 1);
    HitTest hits = hits(projection, MapMarks.NONE);
    int found = 0;
    for (Pod pod : frame.snapshot().pods()) {
      int cell = model.cellOf(pod.ref().uid());
      Hit hit = hits.at(projection.cellMiddleX(cell), projection.cellMiddleY(cell));
      found += hit.equals(new Hit.OfPod(cell)) ? 1 : 0;
    }
    assertThat(found).isEqualTo(1_500);
  }

  @Test
  void what_is_hit_is_what_was_drawn_there() {
    Projection projection = new Projection(frame.grid(), new Camera(0.37, 0.61, 0.117), 1);
    HitTest hits = hits(projection, MapMarks.NONE);
    int cell = model.cellOf(frame.snapshot().pods().iterator().next().ref().uid());
    int left = projection.cellLeft(cell);
    int top = projection.cellTop(cell);
    int columns = frame.grid().shape().columns();
    int right =
        projection.boxLeft(cell / frame.slots()) + projection.right(cell % frame.slots() % columns);

    assertThat(hits.at(left, top)).isEqualTo(new Hit.OfPod(cell));
    assertThat(hits.at(right - 1, top)).isEqualTo(new Hit.OfPod(cell));
    assertThat(hits.at(left - 1, top)).isNotEqualTo(new Hit.OfPod(cell));
    assertThat(hits.at(right, top)).isNotEqualTo(new Hit.OfPod(cell));
  }

  @Test
  void a_header_hits_its_node_and_the_ground_nothing() {
    Projection projection = new Projection(frame.grid(), Camera.START, 1);
    HitTest hits = hits(projection, MapMarks.NONE);
    int box = model.boxOf("node-9");

    assertThat(hits.at(projection.boxLeft(box) + 5, projection.boxTop(box) + 5))
        .isEqualTo(new Hit.OfNode(box));
    assertThat(hits.at(2, 2)).isEqualTo(Hit.NOTHING);
    assertThat(hits.at(-100_000, 100_000)).isEqualTo(Hit.NOTHING);
  }

  @Test
  void from_afar_a_marked_pod_is_hit_as_large_as_it_is_drawn() {
    Pod pod = frame.snapshot().pods().iterator().next();
    int cell = model.cellOf(pod.ref().uid());
    Projection projection = new Projection(frame.grid(), new Camera(-500, -500, 0.02), 1);
    HitTest hits = hits(projection, MapMarks.NONE.withSuspects(Set.of(pod.ref().uid())));
    int x = projection.cellMiddleX(cell);
    int y = projection.cellMiddleY(cell);

    assertThat(hits.at(x + 4, y - 4)).isEqualTo(new Hit.OfPod(cell));
    assertThat(hits.at(x + HitTest.MARK_RADIUS + 2, y)).isNotEqualTo(new Hit.OfPod(cell));
  }

  @Test
  void pixels_of_a_dense_screen_hit_the_same_pods() {
    Projection projection = new Projection(frame.grid(), new Camera(0, 0, 0.7), 2);
    HitTest hits = hits(projection, MapMarks.NONE);
    int cell = model.cellOf(frame.snapshot().podsOn("node-7").getFirst().ref().uid());
    Bounds place = frame.grid().boundsOfCell(cell);

    assertThat(hits.at((int) ((place.x() + 34) * 1.4), (int) ((place.y() + 12) * 1.4)))
        .isEqualTo(new Hit.OfPod(cell));
  }

  private HitTest hits(Projection projection, MapMarks marks) {
    Overlay overlay = new Overlay(model);
    overlay.update(frame, marks, new BitSet());
    return new HitTest(frame, projection, overlay, 1);
  }
}
