package org.lazaretto.graph.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;

class LensWalkTest {
  private static final String MINER = "pod:" + Clusters.miner().uid();
  private static final Lens LENS =
      Lens.open(
          Clusters.shop().build(),
          new LensScope.Suspects(),
          Set.of(Clusters.miner().uid()),
          Set.of());

  private static String from(String id, LensWalk.Way way) {
    return LensWalk.from(LENS, Optional.of(id), way).map(Box::id).orElse("");
  }

  @Test
  void from_nowhere_it_begins_at_the_suspect() {
    assertThat(LensWalk.from(LENS, Optional.empty(), LensWalk.Way.LEFT).map(Box::id))
        .contains(MINER);
    assertThat(from("gone", LensWalk.Way.DOWN)).isEqualTo(MINER);
  }

  @Test
  void sideways_it_follows_the_edges() {
    assertThat(from(MINER, LensWalk.Way.LEFT)).isEqualTo("owner:uid-deployment-shop-checkout");
    assertThat(from(MINER, LensWalk.Way.RIGHT)).isEqualTo("node:node-a1");
    assertThat(from("node:node-b1", LensWalk.Way.LEFT))
        .isEqualTo("pod:uid-pod-shop-checkout-6f7d-3");
  }

  @Test
  void without_an_edge_it_goes_to_the_nearest_of_the_next_column() {
    assertThat(from("pod:uid-pod-shop-debug", LensWalk.Way.LEFT))
        .isEqualTo("owner:uid-daemonset-kube-system-agent");
  }

  @Test
  void up_and_down_it_stays_in_the_column_and_ends_at_its_ends() {
    assertThat(from(MINER, LensWalk.Way.DOWN)).isEqualTo("pod:uid-pod-shop-checkout-6f7d-2");
    assertThat(from(MINER, LensWalk.Way.UP)).isEmpty();
    assertThat(from("node:node-b1", LensWalk.Way.DOWN)).isEmpty();
    assertThat(from("node:node-b1", LensWalk.Way.UP)).isEqualTo("node:node-a1");
    assertThat(from("node:node-b1", LensWalk.Way.RIGHT)).isEmpty();
  }

  @Test
  void an_empty_lens_leads_nowhere() {
    Lens empty = Lens.open(Clusters.shop().build(), new LensScope.Suspects(), Set.of(), Set.of());

    assertThat(LensWalk.from(empty, Optional.empty(), LensWalk.Way.UP)).isEmpty();
  }

  @Test
  void a_point_hits_the_box_that_holds_it() {
    assertThat(LENS.at(300, 5).map(Box::id)).contains(MINER);
    assertThat(LENS.at(200, 5)).isEmpty();
    assertThat(LENS.at(-1, -1)).isEmpty();
  }
}
