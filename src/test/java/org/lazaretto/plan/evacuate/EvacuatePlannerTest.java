package org.lazaretto.plan.evacuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Golden;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.EvacuateStep.EvictPod;
import org.lazaretto.plan.EvacuateStep.ProveNothingNew;
import org.lazaretto.plan.EvacuateStep.RestartRollout;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Request.Decisions;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.evacuate.PodDecision.Fate;

class EvacuatePlannerTest {
  private static final Decisions ALL = new Decisions(true, true, true, true);

  private static Request.Evacuate evict(Decisions decisions) {
    return asked(Method.EVICT, Map.of(), decisions);
  }

  private static Request.Evacuate asked(
      Method method, Map<String, Method> perWorkload, Decisions decisions) {
    return new Request.Evacuate(
        List.of(Clusters.miner()), List.of(), method, perWorkload, decisions);
  }

  private static Plan plan(ClusterBuilder cluster, Request.Evacuate request) {
    return Planned.of(EvacuatePlanner.plan(cluster.build(), request));
  }

  private static List<String> reasons(ClusterBuilder cluster, Request.Evacuate request) {
    return Planned.reasons(EvacuatePlanner.plan(cluster.build(), request));
  }

  private static String table(ClusterBuilder cluster, Request.Evacuate request) {
    return EvacuatePlanner.decide(cluster.build(), request).decisions().stream()
        .map(EvacuatePlannerTest::row)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(PodDecision decision) {
    return "%-6s %-7s %-32s %s"
        .formatted(
            decision.fate().word(),
            decision.method().word(),
            decision.pod().ref().path(),
            decision.reason());
  }

  private static PodDecision of(ClusterBuilder cluster, Request.Evacuate request, String pod) {
    return EvacuatePlanner.decide(cluster.build(), request).decisions().stream()
        .filter(decision -> decision.pod().ref().path().equals(pod))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void undecided_pods_stay_and_the_clean_ones_are_evicted() {
    Request.Evacuate request = evict(Decisions.KEEP_ALL);

    Golden.matches("evacuate.txt", Planned.text(plan(Clusters.cordonedShop(), request)));
    Golden.matches("evacuate-pods.txt", table(Clusters.cordonedShop(), request));
  }

  @Test
  void decided_pods_move_but_never_a_suspect_a_daemon_or_a_mirror() {
    Golden.matches("evacuate-all-pods.txt", table(Clusters.cordonedShop(), evict(ALL)));
  }

  @Test
  void a_restart_moves_what_has_a_rollout_and_cannot_move_the_rest() {
    Golden.matches(
        "evacuate-restart-pods.txt",
        table(Clusters.cordonedShop(), asked(Method.RESTART, Map.of(), ALL)));
  }

  @Test
  void a_restart_is_one_step_with_the_former_stamp_and_the_leaving_pods() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .workload("shop/Deployment/web", Changes.restartedAt("2026-11-01T00:00:00Z"));

    Plan plan = plan(shop, asked(Method.EVICT, Map.of("shop/Deployment/web", Method.RESTART), ALL));

    assertThat(plan.steps())
        .filteredOn(RestartRollout.class::isInstance)
        .singleElement()
        .satisfies(step -> {
          RestartRollout restart = (RestartRollout) step;
          assertThat(restart.target().name()).isEqualTo("web");
          assertThat(restart.formerRestartedAt()).isEqualTo("2026-11-01T00:00:00Z");
          assertThat(restart.leaving()).extracting(PodRef::name).containsExactly("web-6f7d-1");
        });
  }

  @Test
  void a_paused_deployment_and_on_delete_cannot_be_restarted() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .workload("shop/Deployment/web", Changes::paused)
            .workload("shop/StatefulSet/cart", Changes::onDelete);
    Request.Evacuate restart = asked(Method.RESTART, Map.of(), ALL);

    assertThat(of(shop, restart, "shop/web-6f7d-1").reason()).contains("paused");
    assertThat(of(shop, restart, "shop/cart-0").reason()).contains("OnDelete");
    assertThat(of(shop, restart, "shop/web-6f7d-1").fate()).isEqualTo(Fate.CANNOT);
  }

  @Test
  void a_replica_set_of_its_own_can_be_evicted_but_not_restarted() {
    ClusterBuilder shop =
        Clusters.cordonedShop().replicaSet("shop", "alone", Template.of("alone"), "node-a1");

    assertThat(of(shop, evict(ALL), "shop/alone-0").fate()).isEqualTo(Fate.MOVE);
    assertThat(of(shop, asked(Method.RESTART, Map.of(), ALL), "shop/alone-0").fate())
        .isEqualTo(Fate.CANNOT);
  }

  @Test
  void a_workload_can_be_kept_by_name() {
    Map<String, Method> keep = Map.of("shop/Deployment/web", Method.KEEP);

    assertThat(
            of(Clusters.cordonedShop(), asked(Method.EVICT, keep, ALL), "shop/web-6f7d-1").fate())
        .isEqualTo(Fate.STAY);
  }

  @Test
  void a_key_that_names_nothing_is_a_reason_and_one_without_pods_here_is_not() {
    ClusterBuilder shop =
        Clusters.cordonedShop().deployment("shop", "far", Template.of("far"), "node-b2");
    Map<String, Method> keys =
        Map.of(
            "shop/Deployment/far", Method.KEEP,
            "shop/Deployment/wbe", Method.KEEP,
            "web", Method.KEEP,
            "shop/Pod/debug", Method.KEEP);

    assertThat(reasons(shop, asked(Method.EVICT, keys, ALL)))
        .hasSize(2)
        .anyMatch(reason -> reason.contains("shop/Deployment/wbe"))
        .anyMatch(reason -> reason.contains("called web;"));
  }

  @Test
  void an_evacuation_of_a_node_that_takes_new_pods_asks_for_the_cordon_first() {
    assertThat(reasons(Clusters.shop(), evict(ALL)))
        .containsExactly(
            "Node node-a1 still takes new pods, so evicted ones could come back to it; cordon it"
                + " first.");
  }

  @Test
  void ended_and_leaving_pods_are_named_and_left_alone() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .pod("shop/web-6f7d-1", Changes::terminating)
            .pod("shop/report-0", Changes::finished);

    assertThat(of(shop, evict(ALL), "shop/web-6f7d-1").fate()).isEqualTo(Fate.STAY);
    assertThat(of(shop, evict(ALL), "shop/report-0").fate()).isEqualTo(Fate.STAY);
  }

  @Test
  void siblings_are_told_by_their_owner_not_by_their_labels() {
    ClusterBuilder shop =
        Clusters.cordonedShop().deployment("other", "checkout", Template.of("x"), "node-a1");

    assertThat(of(shop, evict(Decisions.KEEP_ALL), "other/checkout-6f7d-1").fate())
        .isEqualTo(Fate.MOVE);
    assertThat(of(shop, evict(Decisions.KEEP_ALL), "shop/checkout-6f7d-2").fate())
        .isEqualTo(Fate.STAY);
  }

  @Test
  void workloads_take_turns_so_that_no_budget_is_asked_twice_in_a_row() {
    ClusterBuilder cluster =
        new ClusterBuilder()
            .node("n1", "z")
            .node("n1", Changes::cordoned)
            .bare("a", "bad", Template.of("bad"), "n1")
            .deployment("a", "x", Template.of("x"), "n1", "n1", "n1")
            .deployment("a", "y", Template.of("y"), "n1", "n1");
    Request.Evacuate request =
        new Request.Evacuate(
            List.of(new PodRef("a", "bad", "uid-pod-a-bad")),
            List.of(),
            Method.EVICT,
            Map.of(),
            Decisions.KEEP_ALL);

    assertThat(plan(cluster, request).steps())
        .filteredOn(EvictPod.class::isInstance)
        .extracting(step -> step.target().name())
        .containsExactly("x-6f7d-1", "y-6f7d-1", "x-6f7d-2", "y-6f7d-2", "x-6f7d-3");
  }

  @Test
  void the_last_steps_prove_each_node_knowing_all_that_was_there() {
    ClusterBuilder shop = Clusters.cordonedShop().node("node-b1", Changes::cordoned);
    PodRef far = new PodRef("shop", "checkout-6f7d-3", "uid-pod-shop-checkout-6f7d-3");
    Request.Evacuate request =
        new Request.Evacuate(
            List.of(Clusters.miner(), far), List.of(), Method.EVICT, Map.of(), Decisions.KEEP_ALL);

    Plan plan = plan(shop, request);

    assertThat(plan.steps().subList(plan.steps().size() - 2, plan.steps().size()))
        .allMatch(ProveNothingNew.class::isInstance)
        .extracting(step -> step.target().name())
        .containsExactly("node-a1", "node-b1");
    assertThat(((ProveNothingNew) plan.steps().getLast()).mayStay()).hasSize(4);
  }

  @Test
  void the_same_state_gives_the_same_plan() {
    Request.Evacuate request = evict(ALL);

    assertThat(plan(Clusters.cordonedShop(), request))
        .isEqualTo(plan(Clusters.cordonedShop(), request));
  }

  @Test
  void a_taint_comes_after_everything_that_is_to_stay_stands_it() {
    ClusterSnapshot seen = Clusters.cordonedShop().build();
    Plan plan =
        Planned.of(
            EvacuatePlanner.plan(
                seen,
                new Request.Evacuate(
                    List.of(Clusters.miner()),
                    List.of(),
                    Request.Method.TAINT,
                    Map.of(),
                    Request.Decisions.KEEP_ALL)));
    List<String> actions = plan.steps().stream().map(Actions::word).toList();
    int taint = actions.indexOf("expel");
    assertThat(actions.subList(0, taint)).isNotEmpty().containsOnly("tolerate");
    assertThat(actions.subList(taint + 1, actions.size())).containsExactly("prove-nothing-new");
    assertThat(plan.steps().subList(0, taint))
        .extracting(step -> step.target().uid())
        .contains(Clusters.miner().uid());
    ContainStep.EditFields expel = (ContainStep.EditFields) plan.steps().get(taint);
    assertThat(expel.witnesses())
        .isNotEmpty()
        .extracting(ObjectRef::uid)
        .doesNotContain(Clusters.miner().uid());
  }
}
