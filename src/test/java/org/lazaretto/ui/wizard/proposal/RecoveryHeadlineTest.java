package org.lazaretto.ui.wizard.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.ui.desk.Preview;

/** What a recovery says of what it removes: it gives nothing back that was there before. */
class RecoveryHeadlineTest {
  private static final Step PROBE = new ContainStep.RemoveProbe(new StepId(1), Clusters.miner());

  @Test
  void a_pod_that_the_case_made_is_removed_and_gets_no_value_back() {
    assertThat(said(List.of(PROBE))).isEqualTo("1 object that the case made is removed.");
  }

  @Test
  void what_is_removed_is_told_beside_what_is_taken_back() {
    Step other =
        new NodeStep.CordonNode(
            new StepId(2), Clusters.shop().build().nodes().iterator().next().ref(), true);

    assertThat(said(List.of(PROBE, other)))
        .startsWith("1 change is taken back")
        .endsWith(" 1 object that the case made is removed.");
  }

  @Test
  void the_map_shows_which_node_is_opened_again_and_that_its_pods_stay() {
    ClusterSnapshot seen = Clusters.shop().build();
    Node node = seen.node("node-a1").orElseThrow();
    Step uncordon =
        new ContainStep.EditFields(
            new StepId(1),
            new ObjectRef("v1", "Node", "", node.ref().name(), node.ref().uid()),
            Purpose.UNCORDON,
            List.of(),
            List.of());

    Preview shown =
        MapPreview.of(
            seen, Plan.of(seen.cluster(), request(), List.of(uncordon)), Optional.empty());

    assertThat(shown.nodes()).containsExactly("node-a1");
    assertThat(shown.pods())
        .isNotEmpty()
        .allSatisfy((uid, fate) -> assertThat(fate).isEqualTo(Preview.Fate.STAYS));
  }

  private static Request request() {
    return new Request.Recover(List.of(Clusters.miner()), "pinned", List.of());
  }

  private static String said(List<Step> steps) {
    Plan plan = Plan.of(Clusters.shop().build().cluster(), request(), steps);
    return Headline.of(plan, Optional.empty()).text();
  }
}
