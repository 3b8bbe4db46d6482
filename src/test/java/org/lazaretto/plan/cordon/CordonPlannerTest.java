package org.lazaretto.plan.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Golden;
import org.lazaretto.fixture.Planned;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.NodeStep.CordonNode;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Request;

class CordonPlannerTest {
  private static final PodRef FAR =
      new PodRef("shop", "checkout-6f7d-3", "uid-pod-shop-checkout-6f7d-3");

  private static PlanResult plan(ClusterBuilder cluster, List<PodRef> suspects, String... nodes) {
    return CordonPlanner.plan(cluster.build(), new Request.Cordon(suspects, List.of(nodes)));
  }

  private static List<String> nodes(PlanResult result) {
    return Planned.of(result).steps().stream()
        .map(step -> ((CordonNode) step).node().name())
        .toList();
  }

  @Test
  void the_nodes_of_all_suspects_are_cordoned() {
    PlanResult result = plan(Clusters.shop(), List.of(FAR, Clusters.miner()));

    assertThat(nodes(result)).containsExactly("node-a1", "node-b1");
    Golden.matches("cordon.txt", Planned.text(Planned.of(result)));
  }

  @Test
  void chosen_nodes_replace_those_of_the_suspects() {
    assertThat(nodes(plan(Clusters.shop(), List.of(FAR), "node-b2", "node-a2", "node-b2")))
        .containsExactly("node-a2", "node-b2");
  }

  @Test
  void a_node_that_was_cordoned_before_is_a_step_that_remembers_it() {
    PlanResult result = plan(Clusters.cordonedShop(), List.of(Clusters.miner()));

    assertThat(Planned.of(result).steps())
        .containsExactly(
            new CordonNode(
                new org.lazaretto.plan.StepId(1),
                new org.lazaretto.model.NodeRef("node-a1", "uid-node-node-a1"),
                true));
  }

  @Test
  void a_suspect_without_a_node_does_not_hold_up_the_others() {
    ClusterBuilder shop = Clusters.shop().pod("shop/checkout-6f7d-1", Changes::pending);

    assertThat(nodes(plan(shop, List.of(Clusters.miner(), FAR)))).containsExactly("node-b1");
    assertThat(Planned.reasons(plan(shop, List.of(Clusters.miner()))))
        .containsExactly("No suspect is bound to a node yet; choose the nodes.");
  }

  @Test
  void an_unknown_node_and_a_suspect_that_is_gone_are_reasons() {
    assertThat(Planned.reasons(plan(Clusters.shop(), List.of(), "node-z9")))
        .containsExactly("The cluster has no node node-z9.");
    assertThat(Planned.reasons(plan(Clusters.shop(), List.of(new PodRef("shop", "x", "uid-x")))))
        .containsExactly("Pod shop/x with UID uid-x is gone.");
  }

  private static List<String> actions(ClusterSnapshot seen, Protection protection) {
    Plan plan =
        Planned.of(
            CordonPlanner.plan(seen, new Request.Cordon(List.of(), List.of("n1"), protection)));
    return plan.steps().stream().map(Actions::word).toList();
  }

  @Test
  void a_cordon_is_made_safe_by_a_label_and_notes_for_autoscalers() {
    ClusterSnapshot seen = new ClusterBuilder().node("n1", "z").build();
    assertThat(actions(seen, Protection.USUAL))
        .containsExactly("cordon-node", "quarantine-node", "hold-node");
    assertThat(actions(seen, new Protection(false, false, Protection.Taint.ALWAYS)))
        .containsExactly("cordon-node", "taint-node");
    assertThat(actions(seen, Protection.NONE)).containsExactly("cordon-node");
  }

  @Test
  void a_node_that_is_tainted_already_is_not_tainted_again() {
    ClusterSnapshot seen =
        new ClusterBuilder()
            .node("n1", "z")
            .node("n1", Changes.tainted("other", "NoSchedule"))
            .build();
    Protection taint = new Protection(false, false, Protection.Taint.ALWAYS);
    assertThat(actions(seen, taint)).containsExactly("cordon-node", "taint-node");
  }
}
