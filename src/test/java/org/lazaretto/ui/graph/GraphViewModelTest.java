package org.lazaretto.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.graph.lens.Box;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensScope;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.fx.Failure;

class GraphViewModelTest {
  private static final ClusterSnapshot SHOP = Clusters.shop().build();
  private static final Set<String> MINER = Set.of(Clusters.miner().uid());

  private final HeldWork workers = HeldWork.waitingWork();
  private final List<Failure> failures = new ArrayList<>();
  private final GraphViewModel model = new GraphViewModel(workers.background(), failures::add);

  private Lens lens() {
    workers.work();
    return model.pictureProperty().get().orElseThrow().lens();
  }

  private void watched() {
    model.watch(true);
    model.show(SHOP, MINER);
  }

  private double top(String id) {
    return lens().box(id).map(Box::top).orElseThrow();
  }

  @Test
  void nothing_is_made_while_nobody_looks() {
    model.show(SHOP, MINER);
    assertThat(workers.waiting()).isZero();

    model.watch(true);
    assertThat(lens().boxes()).isNotEmpty();

    model.watch(false);
    model.show(Clusters.shop().build(), MINER);
    assertThat(workers.waiting()).isZero();
  }

  @Test
  void the_same_picture_is_not_made_twice() {
    watched();
    workers.work();

    model.show(SHOP, MINER);

    assertThat(workers.waiting()).isZero();
  }

  @Test
  void a_change_keeps_places_and_the_arrangement() {
    watched();
    double before = top("pod:uid-pod-shop-checkout-6f7d-3");
    GraphViewModel.Wish wish = model.pictureProperty().get().orElseThrow().wish();

    model.show(SHOP.without(ObservedKind.POD, List.of("uid-pod-shop-checkout-6f7d-2")), MINER);

    assertThat(top("pod:uid-pod-shop-checkout-6f7d-3")).isEqualTo(before);
    assertThat(model.pictureProperty().get().orElseThrow().wish()).isEqualTo(wish);
  }

  @Test
  void compacting_arranges_anew() {
    watched();
    double before = top("pod:uid-pod-shop-checkout-6f7d-3");
    model.show(SHOP.without(ObservedKind.POD, List.of("uid-pod-shop-checkout-6f7d-2")), MINER);
    workers.work();

    model.compact();

    assertThat(top("pod:uid-pod-shop-checkout-6f7d-3")).isLessThan(before);
  }

  @Test
  void another_scope_is_shown_and_the_same_is_not_arranged_anew() {
    watched();
    model.choose(new LensScope.OnNode("node-b2"));
    assertThat(lens().boxes()).hasSize(7);

    int number = model.wishProperty().get().number();
    model.choose(new LensScope.OnNode("node-b2"));
    assertThat(model.wishProperty().get().number()).isEqualTo(number);
  }

  @Test
  void changes_that_come_while_one_is_made_do_not_lose_the_scope_that_was_chosen() {
    watched();
    model.choose(new LensScope.Namespace("kube-system"));
    for (int i = 0; i < 10; i++) {
      model.show(Clusters.shop().node("node-a1", Changes::cordoned).build(), MINER);
    }

    assertThat(lens().scope()).isEqualTo(new LensScope.Namespace("kube-system"));
  }

  @Test
  void suspects_namespaces_and_nodes_can_be_chosen() {
    assertThat(model.scopes(List.of())).containsExactly(new LensScope.Suspects());
    watched();

    assertThat(model.scopes(List.of("node-b1")))
        .containsExactly(
            new LensScope.Suspects(),
            new LensScope.Namespace("kube-system"),
            new LensScope.Namespace("shop"),
            new LensScope.OnNode("node-b1"),
            new LensScope.OnNode("node-a1"),
            new LensScope.OnNode("node-a2"),
            new LensScope.OnNode("node-b2"));
  }

  @Test
  void without_a_suspect_the_largest_namespace_is_where_to_begin() {
    assertThat(model.largestNamespace()).isEmpty();
    watched();
    assertThat(model.largestNamespace()).contains("shop");
  }

  @Test
  void replicas_are_told_one_by_one_and_together_again() {
    ClusterSnapshot large = Clusters.large(4, 40);
    model.watch(true);
    model.show(large, Set.of());
    model.choose(new LensScope.Namespace("team-0"));
    int folded = lens().boxes().size();
    var owner = large.workloads(ObservedKind.DEPLOYMENT).getFirst().object();

    model.expand(owner, true);
    assertThat(lens().boxes()).hasSize(folded + 9);
    model.expand(owner, false);
    assertThat(lens().boxes()).hasSize(folded);
    assertThat(failures).isEmpty();
  }
}
