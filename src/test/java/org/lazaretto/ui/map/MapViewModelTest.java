package org.lazaretto.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.graph.Direction;
import org.lazaretto.graph.Hit;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.Overlay;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.desk.Dimming;
import org.lazaretto.ui.desk.Preview;
import org.lazaretto.ui.desk.Selection;

class MapViewModelTest {
  private static final String MINER = Clusters.miner().uid();
  private final ClusterSnapshot shop = Clusters.shop().build();
  private final MapModel map = new MapModel(shop, _ -> false);
  private final MapViewModel model;

  MapViewModelTest() {
    map.apply(shop, ClusterChange.everything(shop));
    model = new MapViewModel(map);
    model.viewpoint().resize(900, 500);
    model.refresh();
  }

  @Test
  void a_click_on_a_pod_selects_it_and_the_map_stays_where_it_is() {
    var before = model.viewpoint().camera();

    Selection selection = model.choose(new Hit.OfPod(map.cellOf(MINER)));
    model.select(selection, 0);

    assertThat(selection).isEqualTo(new Selection.OfPod(Clusters.miner()));
    assertThat(model.focus().selected()).isEqualTo(map.cellOf(MINER));
    assertThat(model.viewpoint().flying()).isFalse();
    assertThat(model.viewpoint().camera()).isEqualTo(before);
  }

  @Test
  void what_is_selected_elsewhere_is_brought_in_sight() {
    model.viewpoint().zoom(0, 0, 0.05);
    model.select(new Selection.OfPod(Clusters.miner()), 0);
    assertThat(model.viewpoint().flying()).isTrue();
    model.viewpoint().advance(Viewpoint.FLIGHT);

    assertThat(model.viewpoint().sees(model.frame().grid().boundsOfCell(map.cellOf(MINER))))
        .isTrue();
    assertThat(model.viewpoint().camera().scale()).isGreaterThan(0.5);
  }

  @Test
  void arrows_walk_from_pod_to_pod_and_from_node_to_node() {
    Selection first = model.walk(Direction.RIGHT, false, 0);
    model.select(first, 0);
    Selection second = model.walk(Direction.RIGHT, false, 0);

    assertThat(first).isInstanceOf(Selection.OfPod.class).isNotEqualTo(second);
    model.select(model.walk(Direction.DOWN, true, 0), 0);
    assertThat(model.summaryProperty().get()).contains("Selected: node node-a2");
    model.select(model.walk(Direction.DOWN, false, 0), 0);
    assertThat(model.selectedPod().flatMap(Pod::node)).contains("node-a2");
  }

  @Test
  void one_walks_along_the_pods_of_an_owner_and_comes_round() {
    model.select(new Selection.OfPod(Clusters.miner()), 0);
    for (int i = 0; i < 3; i++) {
      model.select(model.walkSiblings(true, 0), 0);
      assertThat(model.selectedPod().orElseThrow().ref().name()).startsWith("checkout");
    }
    assertThat(model.selectedPod().orElseThrow().ref()).isEqualTo(Clusters.miner());
  }

  @Test
  void hovering_shows_a_card_and_the_siblings() {
    assertThat(model.hover(new Hit.OfPod(map.cellOf(MINER)))).isTrue();
    assertThat(model.hover(new Hit.OfPod(map.cellOf(MINER)))).isFalse();

    assertThat(model.focus().siblings()).hasSize(3);
    assertThat(model.hoverText().orElseThrow())
        .contains("checkout-1", "shop", "Deployment checkout", "registry.example/checkout");
    model.hover(Hit.NOTHING);
    assertThat(model.hoverText()).isEmpty();
  }

  @Test
  void a_plan_and_a_filter_reach_the_overlay() {
    model.dim(new Dimming("none", _ -> false));
    assertThat(model.overlay().marks(map.cellOf(MINER)) & Overlay.DIM).isNotZero();
    model.dim(Dimming.NONE);
    model.preview(
        new Preview(
            Map.of(MINER, Preview.Fate.MOVES), Set.of("node-a1"), Map.of("node-b1", List.of("x"))),
        0);

    assertThat(model.overlay().forecast(map.boxOf("node-a1")).leave()).isEqualTo(1);
    assertThat(model.overlay().forecast(map.boxOf("node-b1")).arrive()).isEqualTo(1);
  }

  @Test
  void a_pod_that_vanishes_while_it_is_selected_is_said_to_be_gone() {
    model.select(new Selection.OfPod(Clusters.miner()), 0);
    map.apply(
        shop.without(ObservedKind.POD, Set.of(MINER)),
        new ClusterChange(List.of(), Set.of(MINER), List.of(), Set.of()));

    assertThat(model.refresh()).contains(new MapViewModel.Change.All());
    assertThat(model.focus().selected()).isEqualTo(NodeGrid.NONE);
    assertThat(model.summaryProperty().get()).contains("no longer in the cluster");
  }

  @Test
  void only_what_changed_is_painted_and_nothing_if_nothing_did() {
    assertThat(model.refresh()).isEmpty();
    Pod pod = Changes.unready(shop.pod(MINER).orElseThrow());
    map.apply(
        shop.with(List.of(pod)), new ClusterChange(List.of(pod), Set.of(), List.of(), Set.of()));

    assertThat(model.refresh().orElseThrow()).isInstanceOf(MapViewModel.Change.Boxes.class);
  }

  @Test
  void the_summary_is_what_a_person_would_say() {
    assertThat(model.summaryProperty().get())
        .isEqualTo(
            "Map of 4 nodes with %d pods, no suspects. Nothing is selected."
                .formatted(shop.podCount()));
    model.tellZoom();
    assertThat(model.zoomProperty().get()).contains("%");
  }
}
