package org.lazaretto.range.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.cluster.LiveCluster;
import org.lazaretto.range.cluster.node.Registry;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class GeneratedWorldTest {
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final ObjectStore store = new ObjectStore(clock);

  private LiveCluster cluster(int nodes, int pods, int terminationSeconds) {
    GeneratedWorld generated = new GeneratedWorld(nodes, pods, terminationSeconds);
    generated.fill(clock, store);
    LiveCluster cluster =
        new LiveCluster(
            clock,
            store,
            new LiveCluster.Make(new Registry(List.of(generated.image())), List.of(), 1));
    cluster.start();
    generated.complete(store);
    clock.advance(Duration.ZERO);
    return cluster;
  }

  @Test
  void its_controllers_find_nothing_to_do() {
    LiveCluster cluster = cluster(10, 205, 2);
    List<Stored> before = store.list(ResourceTypes.PODS, Optional.empty());
    clock.advance(Duration.ofMinutes(1));
    assertThat(cluster.isSettled()).isTrue();
    assertThat(store.list(ResourceTypes.PODS, Optional.empty())).isEqualTo(before).hasSize(205);
    assertThat(store.list(ResourceTypes.DEPLOYMENTS, Optional.empty())).hasSize(11);
    assertThat(store.list(ResourceTypes.REPLICA_SETS, Optional.empty())).hasSize(11);
  }

  @Test
  void no_two_pods_share_an_address_and_nodes_are_filled_evenly() {
    cluster(10, 200, 2);
    assertThat(store.list(ResourceTypes.PODS, Optional.empty()))
        .extracting(p -> p.field("status.podIP").orElse(""))
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(store.list(ResourceTypes.NODES, Optional.empty()))
        .allSatisfy(n -> assertThat(store.podsOnNode(n.name())).hasSize(20));
  }

  @Test
  void a_pod_ends_after_the_given_time_and_is_replaced_elsewhere() {
    LiveCluster cluster = cluster(4, 80, 7);
    Stored pod = store.list(ResourceTypes.PODS, Optional.empty()).getFirst();
    store.delete(ResourceTypes.PODS, pod.namespace(), pod.name(), Deletion.gracefully());
    clock.advance(Duration.ofSeconds(6));
    assertThat(store.get(ResourceTypes.PODS, pod.namespace(), pod.name())).isPresent();
    clock.advance(Duration.ofSeconds(2));
    assertThat(store.get(ResourceTypes.PODS, pod.namespace(), pod.name())).isEmpty();
    assertThat(store.list(ResourceTypes.PODS, Optional.empty())).hasSize(80);
    assertThat(cluster.isSettled()).isTrue();
  }

  @Test
  void its_budgets_let_half_of_a_deployment_go() {
    cluster(4, 80, 2);
    assertThat(store.list(ResourceTypes.POD_DISRUPTION_BUDGETS, Optional.empty()))
        .singleElement()
        .satisfies(b ->
            assertThat(Tree.number(b.tree(), 0, "status", "disruptionsAllowed")).isEqualTo(10));
  }
}
