package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.cordon.CordonPlanner;

class PlanDifferenceTest {
  private static Plan cordon(String... nodes) {
    return Planned.of(
        CordonPlanner.plan(Clusters.shop().build(), new Request.Cordon(List.of(), List.of(nodes))));
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
}
