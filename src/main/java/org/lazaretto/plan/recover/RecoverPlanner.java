package org.lazaretto.plan.recover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;

/** Plans the way back from what a case changed. Pure over the picture and the case. */
public final class RecoverPlanner {
  private static final int NAMED = 8;

  private RecoverPlanner() {}

  /**
   * One step for each change that still stands, the last change first. A field that somebody else
   * changed since is a step too, from the value that it has now, and a finding that stops the plan
   * and shows both values. What is as it was before is no step.
   */
  public static PlanResult plan(
      ClusterSnapshot snapshot, Request.Recover request, History history) {
    if (history.applied().isEmpty()) {
      return new PlanResult.CannotPlan(
          List.of("The case changed nothing that its journal can take back."), true);
    }
    WayBack way = new WayBack(snapshot, request, history);
    List<Step> steps = way.steps();
    if (steps.isEmpty()) {
      List<String> reasons = new ArrayList<>();
      reasons.add("Nothing is left to take back: every object is as it was, is gone, or is left.");
      way.findings().stream().map(Finding::text).forEach(reasons::add);
      return new PlanResult.CannotPlan(reasons, request.leave().isEmpty());
    }
    List<Finding> findings = new ArrayList<>(way.findings());
    lost(history.lost()).ifPresent(findings::add);
    findings.addAll(new Doubts(snapshot, request, history).about(steps));
    Plan plan = Plan.of(snapshot.cluster(), request, steps);
    return new PlanResult.Planned(plan.with(findings, plan.rating()));
  }

  /** What a recovery leaves out is said, so that nobody takes it for the whole way back. */
  private static Optional<Finding> lost(List<Lost> lost) {
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    String some =
        lost.stream()
            .limit(NAMED)
            .map(each -> "\"" + each.title() + "\" (line " + each.line() + ")")
            .collect(Collectors.joining(", "));
    int more = lost.size() - NAMED;
    return Optional.of(
        new Finding(
            "R-05",
            Finding.Severity.INFORM,
            List.of(),
            List.of(),
            "What these steps ended does not come back by this plan: "
                + some
                + (more > 0 ? " and " + more + " more." : "."),
            "Make anew what is still needed; what was frozen of it shows how it was."));
  }
}
