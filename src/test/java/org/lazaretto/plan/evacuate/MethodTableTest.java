package org.lazaretto.plan.evacuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lazaretto.consequence.Consequences;
import org.lazaretto.consequence.Context;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Golden;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.Budget;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.FreeRoom;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Request.Decisions;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.evacuate.Prospect.Outcome;

class MethodTableTest {
  private static final Decisions ALL = new Decisions(true, true, true, true);

  private static Request.Evacuate asked(Map<String, Method> perWorkload, Decisions decisions) {
    return new Request.Evacuate(
        List.of(Clusters.miner()), List.of(), Method.EVICT, perWorkload, decisions);
  }

  private static MethodTable table(ClusterBuilder cluster, Decisions decisions) {
    return MethodTable.of(cluster.build(), asked(Map.of(), decisions));
  }

  private static MethodTable.Row row(MethodTable table, String key) {
    return table.rows().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
  }

  private static Prospect of(
      ClusterBuilder cluster, Decisions decisions, String key, Method method) {
    return row(table(cluster, decisions), key).by(method).orElseThrow();
  }

  private static Prospect report(ClusterBuilder cluster, Budget budget) {
    MethodTable table =
        MethodTable.of(cluster.build().with(List.of(budget)), asked(Map.of(), Decisions.KEEP_ALL));
    return row(table, "shop/Job/report").by(Method.EVICT).orElseThrow();
  }

  private static Budget budget(int healthy, boolean letsBrokenGo) {
    return new Budget(
        ObservedKind.POD_DISRUPTION_BUDGET.ref("shop", "report", "uid-budget-report"),
        LabelSelector.of(Map.of("app", "report")),
        0,
        healthy,
        1,
        1,
        letsBrokenGo);
  }

  private static String text(MethodTable table) {
    return table.rows().stream()
        .map(r ->
            "%-30s %d %s%s%n".formatted(r.key(), r.pods(), r.choosable() ? "" : "fixed ", cells(r)))
        .collect(Collectors.joining());
  }

  private static String cells(MethodTable.Row row) {
    return row.prospects().stream()
        .map(p -> p.method().word() + ": " + p.verdict() + " (" + p.why() + ")")
        .collect(Collectors.joining(" | "));
  }

  private static Pod quarantined(Pod pod) {
    return new Pod(
        pod.ref(),
        pod.node(),
        pod.status(),
        pod.shape(),
        pod.controller(),
        Map.of(Quarantine.KEY, "case-other"),
        pod.mirror());
  }

  @Test
  void each_workload_of_the_node_is_a_row_with_four_verdicts() {
    Golden.matches(
        "evacuate-methods.txt", text(table(Clusters.cordonedShop(), Decisions.KEEP_ALL)));
  }

  @Test
  void what_is_decided_to_move_shows_in_the_verdicts() {
    Golden.matches("evacuate-methods-all.txt", text(table(Clusters.cordonedShop(), ALL)));
  }

  @Test
  void the_table_is_there_before_the_node_is_cordoned() {
    assertThat(text(table(Clusters.shop(), ALL)))
        .isEqualTo(text(table(Clusters.cordonedShop(), ALL)));
    assertThat(table(Clusters.shop(), ALL).open()).containsExactly("node-a1");
    assertThat(table(Clusters.cordonedShop(), ALL).open()).isEmpty();
  }

  @Test
  void the_pods_fates_are_known_before_the_node_is_cordoned_too() {
    Request.Evacuate request = asked(Map.of(), ALL);
    var open = EvacuatePlanner.asIfCordoned(Clusters.shop().build(), request);

    assertThat(EvacuatePlanner.decide(open, request).decisions())
        .hasSameSizeAs(EvacuatePlanner.decide(Clusters.cordonedShop().build(), request).decisions())
        .isNotEmpty();
  }

  @Test
  void a_restart_cannot_where_a_rollout_is_paused_or_waits_for_deletion() {
    ClusterBuilder shop =
        Clusters.shop()
            .workload("shop/Deployment/web", Changes::paused)
            .workload("shop/StatefulSet/cart", Changes::onDelete);

    Prospect web = of(shop, ALL, "shop/Deployment/web", Method.RESTART);
    Prospect cart = of(shop, ALL, "shop/StatefulSet/cart", Method.RESTART);

    assertThat(web.outcome()).isEqualTo(Outcome.CANNOT);
    assertThat(web.why()).isEqualTo("paused");
    assertThat(cart.why()).isEqualTo("OnDelete");
    assertThat(of(shop, ALL, "shop/Job/report", Method.RESTART).why()).isEqualTo("Job");
  }

  @Test
  void a_budget_that_allows_nothing_makes_evictions_wait_and_no_taint() {
    Prospect evict = of(Clusters.shop(), ALL, "shop/StatefulSet/cart", Method.EVICT);
    Prospect drain = of(Clusters.shop(), ALL, "shop/StatefulSet/cart", Method.DRAIN);
    Prospect taint = of(Clusters.shop(), ALL, "shop/StatefulSet/cart", Method.TAINT);

    assertThat(evict.verdict()).isEqualTo("waits");
    assertThat(evict.why()).isEqualTo("budget needs all");
    assertThat(drain.outcome()).isEqualTo(Outcome.WAITS);
    assertThat(taint.verdict()).isEqualTo("moves 1 of 1");
  }

  @Test
  void the_plan_tries_what_the_table_says_waits() {
    ClusterBuilder shop = Clusters.cordonedShop();
    Request.Evacuate request = asked(Map.of(), ALL);

    var plan = Planned.of(EvacuatePlanner.plan(shop.build(), request));
    PodDecision cart =
        EvacuatePlanner.decide(shop.build(), request).decisions().stream()
            .filter(decision -> decision.workload().name().equals("cart"))
            .findFirst()
            .orElseThrow();

    assertThat(plan.steps()).anyMatch(step -> step.target().equals(cart.pod().object()));
    assertThat(cart.reason())
        .startsWith(
            "Its budget requires every pod, and refuses until the workload is scaled up. Then it is"
                + " evicted;");
  }

  @Test
  void a_budget_that_requires_every_pod_is_told_from_one_that_is_used_up() {
    assertThat(report(Clusters.shop(), full(1)).why()).isEqualTo("budget needs all");
    assertThat(report(Clusters.shop(), full(2)).why()).isEqualTo("budget allows 0");
    assertThat(report(Clusters.shop(), full(2)).verdict()).isEqualTo("waits");
  }

  /** One healthy pod of so many, which it requires. */
  private static Budget full(int expected) {
    return new Budget(
        ObservedKind.POD_DISRUPTION_BUDGET.ref("shop", "report", "uid-budget-report"),
        LabelSelector.of(Map.of("app", "report")),
        0,
        1,
        1,
        expected,
        false);
  }

  @Test
  void two_budgets_never_let_an_eviction_through() {
    ClusterBuilder shop = Clusters.shop().budget("shop", "web-too", "web", 5);

    assertThat(of(shop, ALL, "shop/Deployment/web", Method.EVICT).why()).isEqualTo("two budgets");
  }

  @Test
  void a_broken_pod_under_a_budget_below_its_number_is_kept_by_it() {
    ClusterBuilder shop = Clusters.shop().pod("shop/report-0", Changes::unready);

    assertThat(report(shop, budget(0, false)).why()).isEqualTo("budget, not ready");
    assertThat(report(shop, budget(0, true)).verdict()).isEqualTo("moves 1 of 1");
    assertThat(report(shop, budget(1, false)).verdict()).isEqualTo("moves 1 of 1");
  }

  @Test
  void budgets_that_may_not_be_listed_are_said_beside_what_would_move() {
    ClusterBuilder shop =
        Clusters.shop().health(ObservedKind.POD_DISRUPTION_BUDGET, new KindHealth.Denied("RBAC"));

    Prospect evict = of(shop, ALL, "shop/Deployment/web", Method.EVICT);

    assertThat(evict.verdict()).isEqualTo("moves 1 of 1");
    assertThat(evict.why()).isEqualTo("budgets not seen");
  }

  @Test
  void a_drain_leaves_out_what_carries_the_quarantine_label() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .bare("shop", "kept", Template.of("kept"), "node-a1")
            .pod("shop/kept", MethodTableTest::quarantined);

    assertThat(of(shop, ALL, "shop/Pod/kept", Method.DRAIN).why()).isEqualTo("quarantined");
    assertThat(of(shop, ALL, "shop/Pod/kept", Method.EVICT).verdict()).isEqualTo("moves 1 of 1");
  }

  @Test
  void what_tolerates_every_taint_stays_under_it() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .deployment("shop", "tough", Template.of("tough").standingEverything(), "node-a1");

    Prospect taint = of(shop, ALL, "shop/Deployment/tough", Method.TAINT);

    assertThat(taint.outcome()).isEqualTo(Outcome.CANNOT);
    assertThat(taint.why()).isEqualTo("tolerates it");
  }

  private static ClusterBuilder pinned() {
    return Clusters.cordonedShop()
        .deployment(
            "shop", "gpu", Template.of("gpu").onlyWhere("gpu", "yes"), "node-a1", "node-a1");
  }

  @Test
  void what_no_other_node_takes_is_pending_by_every_method_that_ends_it() {
    MethodTable.Row gpu = row(table(pinned(), ALL), "shop/Deployment/gpu");

    assertThat(gpu.prospects())
        .allSatisfy(prospect -> {
          assertThat(prospect.outcome()).isEqualTo(Outcome.PENDING);
          assertThat(prospect.verdict()).isEqualTo("pending");
          assertThat(prospect.why()).isEqualTo("no other node");
          assertThat(prospect.homeless()).isEqualTo(2);
        });
    assertThat(of(pinned(), ALL, "shop/Deployment/web", Method.EVICT).verdict())
        .isEqualTo("moves 1 of 1");
  }

  @Test
  void what_waits_for_a_budget_and_fits_nowhere_says_both() {
    Prospect gpu =
        of(pinned().budget("shop", "gpu", "gpu", 0), ALL, "shop/Deployment/gpu", Method.EVICT);

    assertThat(gpu.verdict()).isEqualTo("waits");
    assertThat(gpu.why()).contains("budget").contains("no other node");
  }

  @Test
  void one_that_would_never_come_back_is_pending_nowhere() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .bare("shop", "lone", Template.of("lone").onlyWhere("gpu", "yes"), "node-a1");

    assertThat(of(shop, ALL, "shop/Pod/lone", Method.EVICT).verdict()).isEqualTo("moves 1 of 1");
  }

  @Test
  void as_many_are_pending_as_the_finding_of_the_plan_names() {
    ClusterBuilder shop =
        pinned()
            .deployment(
                "shop",
                "wide",
                Template.of("wide").asking(3_950, 64),
                "node-a1",
                "node-a1",
                "node-a1");
    Request.Evacuate request = asked(Map.of(), ALL);
    Plan plan = Planned.of(EvacuatePlanner.plan(shop.build(), request));
    Set<String> named =
        new FreeRoom(shop.build(), Set.of("node-a1"))
            .homeless(
                EvacuatePlanner.decide(shop.build(), request).moving().stream()
                    .map(PodDecision::pod)
                    .toList());
    Context context = new Context(Optional.empty(), shop.build().asOf(), Duration.ZERO);
    int said =
        Consequences.of(shop.build(), plan, context).stream()
            .filter(finding ->
                finding.text().contains("fits on no other")
                    || finding.text().contains("fit on no other"))
            .mapToInt(finding -> finding.objects().size())
            .sum();

    int counted =
        table(shop, ALL).rows().stream()
            .mapToInt(row -> row.by(Method.EVICT).orElseThrow().homeless())
            .sum();

    assertThat(counted).isEqualTo(said).isEqualTo(named.size()).isGreaterThan(2);
  }

  @Test
  void the_row_and_the_plan_follow_the_choice_for_a_workload() {
    Map<String, Method> chosen =
        Map.of("shop/Deployment/web", Method.DRAIN, "shop/StatefulSet/cart", Method.RESTART);
    Request.Evacuate request = asked(chosen, Decisions.KEEP_ALL);

    MethodTable table = MethodTable.of(Clusters.cordonedShop().build(), request);
    var plan = Planned.of(EvacuatePlanner.plan(Clusters.cordonedShop().build(), request));

    assertThat(row(table, "shop/Deployment/web").chosen()).isEqualTo(Method.DRAIN);
    assertThat(row(table, "shop/StatefulSet/cart").chosen()).isEqualTo(Method.RESTART);
    assertThat(plan.steps())
        .filteredOn(EvacuateStep.EvictPod.class::isInstance)
        .anyMatch(step -> step.target().name().startsWith("web"));
    assertThat(plan.steps())
        .filteredOn(EvacuateStep.RestartRollout.class::isInstance)
        .singleElement()
        .satisfies(step -> assertThat(step.target().name()).isEqualTo("cart"));
  }

  @Test
  void what_always_stays_leaves_no_choice() {
    MethodTable table = table(Clusters.shop(), ALL);

    assertThat(row(table, "kube-system/DaemonSet/agent").choosable()).isFalse();
    assertThat(row(table, "shop/Deployment/web").choosable()).isTrue();
    assertThat(of(Clusters.shop(), ALL, "kube-system/DaemonSet/agent", Method.TAINT).why())
        .isEqualTo("DaemonSet returns");
  }
}
