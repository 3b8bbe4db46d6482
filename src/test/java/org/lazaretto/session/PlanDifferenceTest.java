package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.cordon.CordonPlanner;

class PlanDifferenceTest {
  private static Plan cordon(String... nodes) {
    return cordon(Clusters.shop().build(), nodes);
  }

  private static Plan cordon(ClusterSnapshot seen, String... nodes) {
    return Planned.of(CordonPlanner.plan(seen, new Request.Cordon(List.of(), List.of(nodes))));
  }

  @Test
  void what_came_and_what_went_is_named() {
    assertThat(PlanDifference.between(cordon("node-a1"), cordon("node-a2")))
        .contains("No longer in it: Node node-a1")
        .contains("New in it: Node node-a2");
  }

  @Test
  void a_changed_former_value_is_told_from_a_changed_object() {
    assertThat(PlanDifference.between(cordon("node-a1"), cordon("node-a1")))
        .startsWith("The same objects are touched");
  }

  @Test
  void a_field_that_somebody_else_changed_is_told_with_both_values() {
    ClusterSnapshot before = Clusters.shop().build();
    Node node = before.node("node-a1").orElseThrow();
    ClusterSnapshot after = before.with(List.of(node.withUnschedulable(true)));

    assertThat(PlanDifference.between(cordon(before, "node-a1"), cordon(after, "node-a1")))
        .isEqualTo("/spec/unschedulable of Node node-a1 was false and is true now.");
  }
}
