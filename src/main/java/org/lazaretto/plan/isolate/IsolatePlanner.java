package org.lazaretto.plan.isolate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Connections;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.NetworkPolicy;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.Suspects;

/** Plans to shut the suspects off at the level of pods and services. Pure. */
public final class IsolatePlanner {
  private IsolatePlanner() {}

  /** Plans for suspects of which nothing was proven yet. */
  public static PlanResult plan(ClusterSnapshot snapshot, Request.Isolate request) {
    return plan(snapshot, request, Map.of());
  }

  /**
   * Probes first, then the case's policy and the exceptions in other policies, which all take
   * effect at once with the label; then the services; then the probes again. What is so already is
   * no step; if everything is, only the probes and looks after it are, which prove it anew.
   *
   * @param proven what was proven last, by the UID of the pod
   */
  public static PlanResult plan(
      ClusterSnapshot snapshot, Request.Isolate request, Map<String, Connections> proven) {
    List<String> reasons = new ArrayList<>(Suspects.missing(snapshot, request.suspects()));
    if (!Quarantine.valid(request.quarantine())) {
      reasons.add(
          "The quarantine label must be of lower-case letters, digits and dashes, 40 at most.");
    }
    List<Pod> suspects = within(snapshot, request);
    if (suspects.isEmpty() && reasons.isEmpty()) {
      reasons.add(
          "Every suspect is a static pod: its labels are its node's to say, so nothing at the level"
              + " of pods holds. Shut the node off (T-19).");
    }
    suspects.forEach(pod -> foreign(snapshot, pod, request.quarantine()).ifPresent(reasons::add));
    if (!reasons.isEmpty()) {
      return new PlanResult.CannotPlan(reasons.stream().distinct().toList());
    }
    List<Step> steps = Steps.of(snapshot, request, suspects, decide(snapshot, request));
    return steps.isEmpty()
        ? again(snapshot, request, suspects, new Unproven(request, proven))
        : new PlanResult.Planned(Plan.of(snapshot.cluster(), request, steps));
  }

  private static PlanResult again(
      ClusterSnapshot snapshot, Request.Isolate request, List<Pod> suspects, Unproven unproven) {
    List<Step> steps = Steps.proof(snapshot, request, suspects);
    if (steps.isEmpty()) {
      return new PlanResult.CannotPlan(unproven.nothingToTry(suspects));
    }
    Plan plan = Plan.of(snapshot.cluster(), request, steps);
    return new PlanResult.Planned(plan.with(unproven.about(suspects, steps), plan.rating()));
  }

  /** How each suspect leaves each of its services, and why so. */
  public static List<Exit> decide(ClusterSnapshot snapshot, Request.Isolate request) {
    return new Exits(snapshot, request.how()).of(within(snapshot, request));
  }

  /** The labels of a mirror pod are set by its node; it cannot be isolated by them. */
  private static List<Pod> within(ClusterSnapshot snapshot, Request.Isolate request) {
    return Suspects.present(snapshot, request.suspects()).stream()
        .filter(pod -> !pod.mirror())
        .toList();
  }

  /** The case's policy is created and never changed: another one must not stand in its place. */
  private static Optional<String> foreign(ClusterSnapshot snapshot, Pod pod, String quarantine) {
    String namespace = pod.ref().namespace();
    return Policies.ours(snapshot, namespace, quarantine)
        .filter(policy -> !denies(policy, quarantine))
        .map(policy ->
            "There is a policy "
                + policy.object().path()
                + " that this case did not make so; choose another quarantine label.");
  }

  private static boolean denies(NetworkPolicy policy, String quarantine) {
    LabelSelector wanted = LabelSelector.of(Map.of(Quarantine.KEY, quarantine));
    return policy.selector().equals(wanted) && policy.types().size() == 2 && !policy.allows();
  }
}
