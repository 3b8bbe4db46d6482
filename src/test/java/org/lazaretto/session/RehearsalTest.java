package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.Preflight;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.StepId;

/** Which missing rights hold a plan, and which only leave something untold. */
class RehearsalTest {
  private static Preflight.Right denied(String verb, String resource, String subresource) {
    return new Preflight.Right(
        new Permission(verb, "", resource, subresource, "shop"), new Preflight.Answer.Denied());
  }

  @Test
  void a_restart_from_inside_that_is_not_permitted_holds_the_plan() {
    Plan plan =
        Plan.of(
            Clusters.IDENTITY,
            new Request.Dispose(List.of(Clusters.miner()), Disposal.RESTART),
            List.of(
                new DisposeStep.RestartContainer(
                    new StepId(1), Clusters.miner(), "app", 0, "Always")));

    Rehearsal rehearsal =
        Rehearsal.asked(List.of(denied("create", "pods", "exec")), plan, List.of());

    assertThat(rehearsal.denied()).hasSize(1);
    assertThat(rehearsal.blind()).isEmpty();
    assertThat(rehearsal.passes()).isFalse();
  }

  @Test
  void a_look_that_is_not_permitted_is_a_gap_and_holds_no_isolation() {
    Rehearsal rehearsal =
        new Rehearsal(
            List.of(
                denied("patch", "pods", ""),
                denied("create", "pods", "exec"),
                denied("get", "pods", "exec")),
            List.of(),
            false);

    assertThat(rehearsal.denied()).extracting(Permission::verb).containsExactly("patch");
    assertThat(rehearsal.blind())
        .extracting(Permission::spoken)
        .containsExactly("create pods/exec in shop", "get pods/exec in shop");
  }
}
