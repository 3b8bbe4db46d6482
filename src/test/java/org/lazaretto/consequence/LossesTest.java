package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.consequence.Asked.MOVE_ALL;
import static org.lazaretto.consequence.Asked.bad;
import static org.lazaretto.consequence.Asked.cordoning;
import static org.lazaretto.consequence.Asked.evicting;
import static org.lazaretto.consequence.Asked.restarting;
import static org.lazaretto.consequence.Asked.said;
import static org.lazaretto.consequence.Asked.text;
import static org.lazaretto.consequence.Asked.two;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.Budget;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Rollout;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.Finding;

/** T-18 and T-44. */
class LossesTest {
  private static ClusterBuilder web(String... nodes) {
    return two().deployment("a", "web", Template.of("web"), nodes);
  }

  private static Budget budget(boolean always, int allowed, int healthy, int required) {
    return new Budget(
        ObservedKind.POD_DISRUPTION_BUDGET.ref("a", "b", "uid-budget-a-b"),
        LabelSelector.of(Map.of("app", "web")),
        allowed,
        healthy,
        required,
        3,
        always);
  }

  @Test
  void a_budget_that_grants_all_informs_and_one_that_does_not_warns_with_its_figures() {
    List<Finding> enough = evicting(web("n1", "n2", "n2").budget("a", "b", "web", 1));
    List<Finding> short1 = evicting(web("n1", "n1", "n2").budget("a", "b", "web", 1));

    assertThat(said(enough, "T-18")).containsExactly("INFORM a/b, a/web-6f7d-1");
    assertThat(said(short1, "T-18")).containsExactly("WARN a/b, a/web-6f7d-1, a/web-6f7d-2");
    assertThat(text(short1, "T-18"))
        .isEqualTo(
            "Budget a/b allows 1 eviction now (3 healthy, 2 required of 3), and the plan asks for"
                + " 2; the others are tried again, never forced, as replacements become ready.");
    assertThat(said(evicting(web("n1", "n2")), "T-18")).isEmpty();
  }

  @Test
  void a_budget_that_requires_every_pod_is_said_to_refuse_until_scaled_up() {
    assertThat(text(evicting(web("n1", "n2").budget("a", "b", "web", 0)), "T-18"))
        .contains("refuses until the workload is scaled up");
  }

  @Test
  void a_pod_under_two_budgets_can_never_be_evicted() {
    ClusterBuilder cluster = web("n1", "n2").budget("a", "b", "web", 1).budget("a", "c", "web", 1);

    assertThat(said(evicting(cluster), "T-18"))
        .containsExactly(
            "STOP a/web-6f7d-1", "INFORM a/b, a/web-6f7d-1", "INFORM a/c, a/web-6f7d-1");
  }

  @Test
  void a_budget_below_its_number_blocks_broken_pods_unless_told_otherwise() {
    ClusterBuilder cluster = web("n1", "n2", "n2").pod("a/web-6f7d-1", Changes::unready);

    assertThat(said(evicting(cluster.add(budget(false, 0, 1, 2))), "T-18"))
        .contains("WARN a/web-6f7d-1");
    assertThat(said(evicting(cluster.add(budget(true, 0, 1, 2))), "T-18"))
        .doesNotContain("WARN a/web-6f7d-1");
  }

  @Test
  void a_restart_does_not_ask_a_budget() {
    assertThat(said(restarting(web("n1", "n2").budget("a", "b", "web", 0)), "T-18")).isEmpty();
  }

  @Test
  void the_last_ready_pod_of_a_workload_is_held() {
    assertThat(said(evicting(web("n1")), "T-44")).containsExactly("STOP a/web");
    assertThat(said(evicting(web("n1", "n1")), "T-44")).containsExactly("STOP a/web");
    assertThat(said(evicting(web("n1", "n2").pod("a/web-6f7d-2", Changes::unready)), "T-44"))
        .containsExactly("STOP a/web");
    assertThat(said(evicting(web("n1", "n2")), "T-44")).isEmpty();
  }

  @Test
  void a_budget_that_keeps_one_ready_lets_them_go_one_after_another() {
    assertThat(said(evicting(web("n1", "n1").budget("a", "b", "web", 1)), "T-44")).isEmpty();
  }

  @Test
  void a_rolling_restart_keeps_one_ready_and_recreate_does_not() {
    Rollout recreate = new Rollout("Recreate", false, "", true);

    assertThat(said(restarting(web("n1")), "T-44")).isEmpty();
    assertThat(
            said(
                restarting(
                    web("n1")
                        .workload(
                            "a/Deployment/web",
                            w ->
                                new Workload(
                                    w.object(),
                                    w.kind(),
                                    w.replicas(),
                                    w.selector(),
                                    w.template(),
                                    recreate,
                                    w.controller()))),
                "T-44"))
        .containsExactly("STOP a/web");
    assertThat(said(restarting(two().statefulSet("a", "db", Template.of("db"), "n1")), "T-44"))
        .containsExactly("STOP a/db");
  }

  @Test
  void a_pod_that_fits_on_no_other_node_is_held() {
    ClusterBuilder wide =
        two().deployment("a", "wide", Template.of("wide").asking(3_950, 64), "n1", "n2");
    ClusterBuilder gpu =
        two().deployment("a", "gpu", Template.of("gpu").onlyWhere("gpu", "yes"), "n1", "n2");
    ClusterBuilder tainted = web("n1", "n2").node("n2", Changes.tainted("gpu", "NoSchedule"));

    assertThat(said(evicting(wide), "T-44")).containsExactly("STOP a/wide-6f7d-1");
    assertThat(text(evicting(wide), "T-44")).contains("asking for 3950 m CPU and 64 MiB");
    assertThat(said(evicting(gpu), "T-44")).containsExactly("STOP a/gpu-6f7d-1");
    assertThat(said(evicting(tainted), "T-44")).containsExactly("STOP a/web-6f7d-1");
  }

  @Test
  void pods_that_fit_one_by_one_but_not_together_are_counted_together() {
    ClusterBuilder cluster =
        two()
            .deployment("a", "x", Template.of("x").asking(1_900, 64), "n1", "n2")
            .deployment("a", "y", Template.of("y").asking(1_900, 64), "n1", "n1", "n1", "n2");

    assertThat(said(evicting(cluster), "T-44")).singleElement().asString().startsWith("STOP");
  }

  @Test
  void a_place_found_without_looking_at_volumes_says_so() {
    ClusterBuilder cluster =
        two().statefulSet("a", "db", Template.of("db").withClaim("data"), "n1", "n2");

    assertThat(said(evicting(cluster), "T-44")).containsExactly("INFORM a/db-0");
  }

  @Test
  void a_bare_pod_needs_no_place_because_nothing_brings_it_back() {
    ClusterBuilder cluster = two().bare("a", "huge", Template.of("huge").asking(9_000, 64), "n1");

    assertThat(said(evicting(cluster, bad(), MOVE_ALL), "T-44")).isEmpty();
  }

  @Test
  void the_last_schedulable_node_and_the_last_of_a_zone_are_warned_of() {
    ClusterBuilder zones =
        new ClusterBuilder()
            .node("n1", "z1")
            .node("n2", "z2")
            .node("n3", "z2")
            .bare("a", "bad", Template.of("bad"), "n1");

    assertThat(text(cordoning(zones, bad()), "T-44")).contains("last schedulable node of z1");
    assertThat(text(cordoning(zones, bad(), "n1", "n2", "n3"), "T-44")).contains("leaves no node");
    assertThat(said(cordoning(zones, bad(), "n2"), "T-44")).isEmpty();
    assertThat(said(cordoning(two(), bad()), "T-44")).isEmpty();
  }
}
