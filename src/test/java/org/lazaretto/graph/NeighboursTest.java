package org.lazaretto.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.Pod;

class NeighboursTest {
  private final MapModel model = MapModelTest.map(Clusters.shop().build());
  private final MapFrame frame = model.frame();
  private final Neighbours neighbours = new Neighbours(frame);

  @Test
  void right_walks_along_a_row_and_left_walks_back() {
    int first = model.boxOf("node-a1") * frame.slots();

    int next = neighbours.pod(first, Direction.RIGHT);

    assertThat(next).isEqualTo(first + 1);
    assertThat(neighbours.pod(next, Direction.LEFT)).isEqualTo(first);
  }

  @Test
  void down_goes_to_the_next_row_and_then_to_the_node_below() {
    int first = model.boxOf("node-a1") * frame.slots();
    int columns = frame.grid().shape().columns();
    int below = neighbours.pod(first, Direction.DOWN);
    assertThat(below).isEqualTo(first + columns);

    int cell = first;
    for (int i = 0; i < 10; i++) {
      cell = neighbours.pod(cell, Direction.DOWN);
    }
    assertThat(cell / frame.slots()).isEqualTo(model.boxOf("node-a2"));
  }

  @Test
  void from_the_edge_one_gets_to_the_other_zone() {
    int cell = model.boxOf("node-a1") * frame.slots();
    for (int i = 0; i < frame.grid().shape().columns(); i++) {
      cell = neighbours.pod(cell, Direction.RIGHT);
    }
    assertThat(cell / frame.slots()).isEqualTo(model.boxOf("node-b1"));
  }

  @Test
  void at_the_end_of_the_world_one_stays() {
    int first = model.boxOf("node-a1") * frame.slots();

    assertThat(neighbours.pod(first, Direction.UP)).isEqualTo(first);
    assertThat(neighbours.pod(first, Direction.LEFT)).isEqualTo(first);
    assertThat(neighbours.node(first / frame.slots(), Direction.UP))
        .isEqualTo(first / frame.slots());
  }

  @Test
  void every_pod_can_be_reached_by_arrows() {
    Set<Integer> reached = new HashSet<>();
    walk(neighbours.firstPod(model.boxOf("node-a1")), reached);

    assertThat(reached).hasSize(frame.snapshot().podCount());
  }

  private void walk(int cell, Set<Integer> reached) {
    if (reached.add(cell)) {
      for (Direction direction : Direction.values()) {
        walk(neighbours.pod(cell, direction), reached);
      }
    }
  }

  @Test
  void empty_nodes_are_walked_over_by_pods_and_not_by_nodes() {
    MapModel sparse =
        MapModelTest.map(
            Clusters.shop().node("node-a0", "zone-a").node("node-a15", "zone-a").build());
    Neighbours over = new Neighbours(sparse.frame());
    int last = sparse.boxOf("node-a1");

    assertThat(over.node(last, Direction.UP)).isEqualTo(sparse.boxOf("node-a0"));
    int pod = over.firstPod(last);
    assertThat(over.pod(pod, Direction.UP)).isEqualTo(pod);
    assertThat(over.firstPod(sparse.boxOf("node-a0"))).isEqualTo(NodeGrid.NONE);
  }

  @Test
  void a_short_name_leaves_out_the_hash_of_the_replica_set_and_nothing_else() {
    Pod web = frame.snapshot().pod("uid-pod-shop-web-6f7d-1").orElseThrow();
    assertThat(ShortName.of(web)).isEqualTo("web-1");
    Pod cart = frame.snapshot().pod("uid-pod-shop-cart-0").orElseThrow();
    assertThat(ShortName.of(cart)).isEqualTo("cart-0");
  }
}
