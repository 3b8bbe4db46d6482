package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.evacuate.EvacuatePlanner;

/** What a plan's preview shows: who stays available, and where the moved may come to stand. */
class OutlookTest {
  private static Plan evacuate(ClusterSnapshot shop, Request.Method method) {
    return Planned.of(
        EvacuatePlanner.plan(
            shop,
            new Request.Evacuate(
                List.of(Clusters.miner()),
                List.of(),
                method,
                Map.of(),
                Request.Decisions.KEEP_ALL)));
  }

  private static Availability of(ClusterBuilder builder, Request.Method method, String name) {
    ClusterSnapshot shop = builder.build();
    return Consequences.availability(shop, evacuate(shop, method)).stream()
        .filter(one -> one.workload().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_evicted_workload_keeps_what_stands_elsewhere() {
    Availability web = of(Clusters.cordonedShop(), Request.Method.EVICT, "web");

    assertThat(web.moving()).isEqualTo(1);
    assertThat(web.ready()).isEqualTo(3);
    assertThat(web.left()).isEqualTo(2);
    assertThat(web.allowed()).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void a_budget_without_room_is_told() {
    Availability cart = of(Clusters.cordonedShop(), Request.Method.EVICT, "cart");

    assertThat(cart.allowed()).isEqualTo(OptionalInt.of(0));
    assertThat(cart.left()).isEqualTo(2);
  }

  @Test
  void a_rolling_restart_keeps_a_deployment_whole_and_asks_no_budget() {
    Availability web = of(Clusters.cordonedShop(), Request.Method.RESTART, "web");

    assertThat(web.restarted()).isTrue();
    assertThat(web.left()).isEqualTo(3);
    assertThat(web.allowed()).isEmpty();
  }

  @Test
  void moved_pods_are_expected_on_open_nodes_only() {
    ClusterSnapshot shop = Clusters.cordonedShop().node("node-a2", Changes::cordoned).build();
    Plan plan = evacuate(shop, Request.Method.EVICT);

    Map<String, String> places = Consequences.likelyPlaces(shop, plan);

    assertThat(places).containsKey("uid-pod-shop-web-6f7d-1");
    assertThat(places.values()).isSubsetOf("node-b1", "node-b2");
  }

  @Test
  void what_has_no_controller_is_expected_nowhere() {
    ClusterSnapshot shop = Clusters.cordonedShop().build();
    Plan plan =
        Planned.of(
            EvacuatePlanner.plan(
                shop,
                new Request.Evacuate(
                    List.of(Clusters.miner()),
                    List.of(),
                    Request.Method.EVICT,
                    Map.of(),
                    new Request.Decisions(false, true, false, false))));

    assertThat(Consequences.likelyPlaces(shop, plan)).doesNotContainKey("uid-pod-shop-debug");
  }
}
