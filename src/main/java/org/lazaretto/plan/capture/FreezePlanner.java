package org.lazaretto.plan.capture;

import java.util.List;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Suspects;

/**
 * Plans what is read and kept of the suspects: API answers byte for byte and logs. Pure. What
 * several suspects share is kept once, for the first of them. Secrets are never read.
 */
public final class FreezePlanner {
  private FreezePlanner() {}

  /** Reads, the most volatile first: pods and their events and logs, then what stands around. */
  public static PlanResult plan(ClusterSnapshot snapshot, Request.Freeze request) {
    List<String> reasons = Suspects.missing(snapshot, request.suspects());
    if (!reasons.isEmpty()) {
      return new PlanResult.CannotPlan(reasons);
    }
    List<Pod> suspects = Suspects.present(snapshot, request.suspects());
    Captures captures = new Captures();
    suspects.forEach(pod -> PodCaptures.add(captures, pod));
    suspects.forEach(pod -> Surroundings.add(captures, snapshot, pod));
    return new PlanResult.Planned(Plan.of(snapshot.cluster(), request, captures.steps()));
  }
}
