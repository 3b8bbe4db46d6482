package org.lazaretto.plan.recover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.HostileText;
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
    Optional<Finding> masked = masked(history.lost());
    if (history.applied().isEmpty()) {
      List<String> reasons = new ArrayList<>();
      reasons.add("The case changed nothing that its journal can take back.");
      masked.map(Finding::text).ifPresent(reasons::add);
      return new PlanResult.CannotPlan(reasons, masked.isEmpty());
    }
    List<String> unknown = unknown(snapshot, request, history);
    if (!unknown.isEmpty()) {
      return new PlanResult.CannotPlan(unknown);
    }
    WayBack way = new WayBack(snapshot, request, history);
    List<Step> steps = way.steps();
    if (steps.isEmpty()) {
      List<String> reasons = new ArrayList<>();
      reasons.add("Nothing is left to take back: every object is as it was, is gone, or is left.");
      way.findings().stream().map(Finding::text).forEach(reasons::add);
      masked.map(Finding::text).ifPresent(reasons::add);
      return new PlanResult.CannotPlan(reasons, request.leave().isEmpty() && masked.isEmpty());
    }
    List<Finding> findings = new ArrayList<>(way.findings());
    masked.ifPresent(findings::add);
    lost(history.lost()).ifPresent(findings::add);
    findings.addAll(new Doubts(snapshot, request, history).about(steps));
    Plan plan = Plan.of(snapshot.cluster(), request, steps);
    return new PlanResult.Planned(plan.with(findings, plan.rating()));
  }

  /** A name that is mistyped would have opened what was to stay as it is. */
  private static List<String> unknown(
      ClusterSnapshot snapshot, Request.Recover request, History history) {
    if (request.leave().isEmpty()) {
      return List.of();
    }
    Request.Recover all = new Request.Recover(request.suspects(), request.hardened(), List.of());
    Set<String> known = new HashSet<>();
    for (Applied applied : history.applied()) {
      known.add(WayBack.key(applied.back().target()));
      known.add(WayBack.line(applied));
    }
    new WayBack(snapshot, all, history)
        .steps()
        .forEach(step -> known.add(WayBack.key(step.target())));
    return request.leave().stream()
        .filter(name -> !known.contains(name))
        .map(name ->
            "The case changed no object "
                + HostileText.visible(name)
                + " that could be left as it is; a name is"
                + " NAMESPACE/KIND/NAME, with nothing before the first slash for a node, or the"
                + " journal line of a step that still stands.")
        .toList();
  }

  /** What a recovery leaves out is said, so that nobody takes it for the whole way back. */
  private static Optional<Finding> lost(List<Lost> lost) {
    List<Lost> ended = lost.stream().filter(each -> !each.stands()).toList();
    if (ended.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "R-05",
            Finding.Severity.INFORM,
            List.of(),
            List.of(),
            "What these steps did is not undone by this plan, or not wholly: " + named(ended),
            "Make anew what is still needed; what was frozen of it shows how it was."));
  }

  /** A change that still stands and that no plan can know is not to be taken for undone. */
  private static Optional<Finding> masked(List<Lost> lost) {
    List<Lost> standing = lost.stream().filter(Lost::stands).toList();
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "R-06",
            Finding.Severity.WARN,
            List.of(),
            List.of(),
            "What takes these steps back holds what looks like a secret, which the journal masks; no"
                + " plan takes them back: "
                + named(standing),
            "Take them back by hand; what was frozen shows how it was."));
  }

  private static String named(List<Lost> steps) {
    String some =
        steps.stream()
            .limit(NAMED)
            .map(each -> "\"" + each.title() + "\" (line " + each.line() + ")")
            .collect(Collectors.joining(", "));
    int more = steps.size() - NAMED;
    return some + (more > 0 ? " and " + more + " more." : ".");
  }
}
