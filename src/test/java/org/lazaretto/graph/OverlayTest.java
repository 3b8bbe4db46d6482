package org.lazaretto.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.Pod;

class OverlayTest {
  private static final String MINER = Clusters.miner().uid();

  private final MapModel model = MapModelTest.map(Clusters.shop().build());
  private final Overlay overlay = new Overlay(model);

  @Test
  void a_filter_dims_all_others_but_never_a_suspect() {
    update(
        MapMarks.NONE
            .withSuspects(Set.of(MINER))
            .withLit(Optional.of(pod -> pod.ref().namespace().equals("kube-system"))));

    for (Pod pod : model.frame().snapshot().pods()) {
      boolean lit = pod.ref().namespace().equals("kube-system") || pod.ref().uid().equals(MINER);
      assertThat((marks(pod.ref().uid()) & Overlay.DIM) == 0).as(pod.ref().path()).isEqualTo(lit);
    }
  }

  @Test
  void a_suspect_that_is_cleared_is_dimmed_again() {
    Optional<java.util.function.Predicate<Pod>> none = Optional.of(pod -> false);
    update(MapMarks.NONE.withSuspects(Set.of(MINER)).withLit(none));
    update(MapMarks.NONE.withLit(none));

    assertThat(marks(MINER) & Overlay.DIM).isNotZero();
  }

  @Test
  void a_pod_that_comes_is_dimmed_by_the_filter_that_stands() {
    MapMarks marks = MapMarks.NONE.withLit(Optional.of(pod -> false));
    update(marks);
    Pod pod = MapModelTest.twin(model.frame().snapshot().pod(MINER).orElseThrow(), "late");
    MapModelTest.come(model, pod);
    BitSet boxes = new BitSet();
    model.frame().drain(boxes::set);

    assertThat(overlay.update(model.frame(), marks, boxes)).isFalse();
    assertThat(marks("uid-late") & Overlay.DIM).isNotZero();
  }

  @Test
  void a_plan_says_how_many_leave_stay_and_arrive() {
    String web = "uid-pod-shop-web-6f7d-1";
    update(
        MapMarks.NONE.withPreview(
            new PlanPreview(
                Map.of(
                    MINER, PlanPreview.Fate.STAYS,
                    web, PlanPreview.Fate.MOVES),
                Set.of("node-a1"),
                Map.of("node-a2", List.of("web", "cart")))));

    assertThat(overlay.forecast(model.boxOf("node-a1")))
        .isEqualTo(new Overlay.Forecast(1, 1, 0, 0));
    assertThat(overlay.forecast(model.boxOf("node-a2")).arrive()).isEqualTo(2);
    assertThat(marks(web) & (Overlay.MOVES | Overlay.DIM)).isEqualTo(Overlay.MOVES);
    assertThat(marks("uid-pod-shop-web-6f7d-3") & Overlay.DIM).isNotZero();
    int slots = model.frame().slots();
    int box = model.boxOf("node-a2");
    assertThat(
            java.util.stream.IntStream.range(box * slots, (box + 1) * slots)
                .mapToObj(overlay::arrival)
                .flatMap(Optional::stream))
        .containsExactly("web", "cart");

    update(MapMarks.NONE);
    assertThat(marks("uid-pod-shop-web-6f7d-3")).isZero();
  }

  @Test
  void marks_of_pods_that_have_gone_do_no_harm() {
    update(
        MapMarks.NONE
            .withSuspects(Set.of("gone"))
            .withCaptured(Set.of("gone too"))
            .withPreview(
                new PlanPreview(
                    Map.of("gone", PlanPreview.Fate.MOVES),
                    Set.of("no node"),
                    Map.of("no node", List.of("web")))));

    assertThat(overlay.markedCount()).isZero();
    assertThat(overlay.captured()).isEmpty();
  }

  @Test
  void too_many_flags_get_no_halo_but_a_suspect_keeps_its_own() {
    MapModel all = new MapModel(model.frame().snapshot(), _ -> true);
    var large = Clusters.large(50, 1_000);
    all.apply(large, org.lazaretto.model.ClusterChange.everything(large));
    Overlay marks = new Overlay(all);
    String suspect = large.pods().iterator().next().ref().uid();

    marks.update(all.frame(), MapMarks.NONE.withSuspects(Set.of(suspect)), new BitSet());

    assertThat(marks.markedCount()).isEqualTo(1);
    assertThat(marks.marked(0)).isEqualTo(all.cellOf(suspect));
    assertThat(
            marks.suspects(
                all.frame().grid().box(all.cellOf(suspect) / all.frame().slots()).first()))
        .isEqualTo(1);
  }

  private void update(MapMarks marks) {
    overlay.update(model.frame(), marks, new BitSet());
  }

  private int marks(String uid) {
    return overlay.marks(model.cellOf(uid));
  }
}
