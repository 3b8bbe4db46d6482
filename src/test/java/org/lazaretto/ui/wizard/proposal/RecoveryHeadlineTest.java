package org.lazaretto.ui.wizard.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

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

  private static Request request() {
    return new Request.Recover(List.of(Clusters.miner()), "pinned", List.of());
  }

  private static String said(List<Step> steps) {
    Plan plan = Plan.of(Clusters.shop().build().cluster(), request(), steps);
    return Headline.of(plan, Optional.empty()).text();
  }
}
