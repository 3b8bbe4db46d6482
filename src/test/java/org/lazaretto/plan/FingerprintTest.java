package org.lazaretto.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Request.Decisions;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.cordon.CordonPlanner;
import org.lazaretto.plan.evacuate.EvacuatePlanner;

class FingerprintTest {
  private static final Map<String, Method> RESTART = Map.of("shop/Deployment/web", Method.RESTART);

  private static Plan evacuation(
      ClusterBuilder shop, Map<String, Method> methods, Decisions decisions) {
    return Planned.of(
        EvacuatePlanner.plan(
            shop.build(),
            new Request.Evacuate(
                List.of(Clusters.miner()), List.of(), Method.EVICT, methods, decisions)));
  }

  private static String evacuate(ClusterBuilder shop) {
    return evacuation(shop, RESTART, Decisions.KEEP_ALL).fingerprint();
  }

  private static String cordon(ClusterBuilder shop, String... nodes) {
    Request.Cordon request = new Request.Cordon(List.of(Clusters.miner()), List.of(nodes));
    return Planned.of(CordonPlanner.plan(shop.build(), request)).fingerprint();
  }

  private static UnaryOperator<Pod> withUid(String uid) {
    return p ->
        new Pod(
            new PodRef(p.ref().namespace(), p.ref().name(), uid),
            p.node(),
            p.status(),
            p.shape(),
            p.controller(),
            p.labels(),
            p.mirror());
  }

  @Test
  void it_is_64_hexadecimal_digits_and_the_same_for_the_same_plan() {
    assertThat(cordon(Clusters.shop())).matches("[0-9a-f]{64}").isEqualTo(cordon(Clusters.shop()));
  }

  @Test
  void it_changes_with_a_former_value() {
    assertThat(cordon(Clusters.cordonedShop())).isNotEqualTo(cordon(Clusters.shop()));
    assertThat(
            evacuate(
                Clusters.cordonedShop()
                    .workload("shop/Deployment/web", Changes.restartedAt("2026-11-01T00:00:00Z"))))
        .isNotEqualTo(evacuate(Clusters.cordonedShop()));
  }

  @Test
  void it_changes_with_the_uid_of_what_is_touched() {
    Pod old = Clusters.cordonedShop().build().pod("uid-pod-shop-report-0").orElseThrow();
    ClusterBuilder replaced =
        Clusters.cordonedShop()
            .pod("shop/report-0", Changes::finished)
            .add(withUid("uid-another").apply(old));

    assertThat(evacuate(replaced)).isNotEqualTo(evacuate(Clusters.cordonedShop()));
  }

  @Test
  void it_changes_with_the_request_even_where_the_steps_are_the_same() {
    assertThat(cordon(Clusters.shop(), "node-a1")).isNotEqualTo(cordon(Clusters.shop()));
    assertThat(evacuation(Clusters.cordonedShop(), RESTART, Decisions.KEEP_ALL).fingerprint())
        .isNotEqualTo(
            evacuation(Clusters.cordonedShop(), Map.of(), Decisions.KEEP_ALL).fingerprint());
  }

  @Test
  void it_changes_with_the_cluster_and_not_with_how_it_is_reached() {
    Plan plan = evacuation(Clusters.cordonedShop(), RESTART, Decisions.KEEP_ALL);
    ClusterIdentity here = Clusters.IDENTITY;
    ClusterIdentity other =
        new ClusterIdentity("uid-other", here.name(), here.server(), here.version(), List.of());
    ClusterIdentity tunnelled =
        new ClusterIdentity(here.uid(), "tunnel", "https://[::1]:1", "v1.35.3", List.of());

    assertThat(Plan.of(other, plan.request(), plan.steps()).fingerprint())
        .isNotEqualTo(plan.fingerprint());
    assertThat(Plan.of(tunnelled, plan.request(), plan.steps()).fingerprint())
        .isEqualTo(plan.fingerprint());
  }

  @Test
  void it_does_not_change_with_status() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .pod("shop/web-6f7d-1", Changes::unready)
            .workload("shop/Deployment/web", Changes.ready(1));

    assertThat(evacuate(shop)).isEqualTo(evacuate(Clusters.cordonedShop()));
  }

  @Test
  void it_does_not_change_with_pods_that_come_and_go_beside_without_a_step() {
    ClusterBuilder shop =
        Clusters.cordonedShop().pod("kube-system/agent-node-a1", Changes::finished);
    ClusterBuilder more = Clusters.cordonedShop().mirror("kube-system", "etcd", "node-a1");

    assertThat(evacuate(shop)).isEqualTo(evacuate(Clusters.cordonedShop()));
    assertThat(evacuate(more)).isEqualTo(evacuate(Clusters.cordonedShop()));
  }

  @Test
  void it_changes_with_a_clean_pod_that_arrived_meanwhile() {
    ClusterBuilder more =
        Clusters.cordonedShop().deployment("shop", "new", Template.of("new"), "node-a1");

    assertThat(evacuate(more)).isNotEqualTo(evacuate(Clusters.cordonedShop()));
  }

  @Test
  void it_does_not_change_with_findings() {
    Plan plan = evacuation(Clusters.cordonedShop(), RESTART, Decisions.KEEP_ALL);
    Finding finding =
        new Finding("T-10", Finding.Severity.STOP, List.of(), List.of(), "It.", "That.");

    assertThat(plan.with(List.of(finding), Optional.empty()).fingerprint())
        .isEqualTo(plan.fingerprint());
  }

  @Test
  void names_cannot_be_shifted_between_fields() {
    PodRef one = new PodRef("ab", "c", "u");
    PodRef two = new PodRef("a", "bc", "u");

    assertThat(frozen(one)).isNotEqualTo(frozen(two));
  }

  private static String frozen(PodRef suspect) {
    Request request = new Request.Freeze(List.of(suspect));
    return Plan.of(Clusters.IDENTITY, request, List.of()).fingerprint();
  }
}
