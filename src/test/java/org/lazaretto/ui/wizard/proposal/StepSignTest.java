package org.lazaretto.ui.wizard.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lazaretto.execute.DryRun;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.cordon.CordonPlanner;
import org.lazaretto.session.Rehearsal;

/** What a line of the step list says of a dry run: the outcome, never half of a reason. */
class StepSignTest {
  private static final String REASON =
      "admission webhook “ask” denied the request: " + "no ".repeat(50);

  static List<DryRun.Answer> reasons() {
    return List.of(
        new DryRun.Answer.BudgetRefusesNow(REASON),
        new DryRun.Answer.Refused(REASON),
        new DryRun.Answer.CannotTell(REASON));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void a_line_says_the_outcome_and_the_detail_the_whole_reason(DryRun.Answer answer) {
    ClusterSnapshot seen = Clusters.shop().build();
    Request.Cordon request =
        new Request.Cordon(List.of(Clusters.miner()), List.of(), Protection.NONE);
    Plan plan = ((PlanResult.Planned) CordonPlanner.plan(seen, request)).plan();
    Step step = plan.steps().getFirst();
    Loaded<Rehearsal> said =
        new Loaded.There<>(
            new Rehearsal(List.of(), List.of(new DryRun.Rehearsal(step, answer)), false));

    assertThat(StepView.sign(step, said)).contains("dry run: ").hasSizeLessThan(40);
    assertThat(StepView.answer(step, said)).endsWith(REASON);
  }
}
