package org.lazaretto.plan.evacuate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Suspects;

/** Plans to move the clean applications off the nodes of the suspects. Pure. */
public final class EvacuatePlanner {
  private static final Comparator<Pod> BY_PATH =
      Comparator.comparing((Pod pod) -> pod.ref().namespace())
          .thenComparing(pod -> pod.ref().name());

  private EvacuatePlanner() {}

  /** What becomes of each pod of the nodes, and why. */
  public static Evacuation decide(ClusterSnapshot snapshot, Request.Evacuate request) {
    Targets targets = Targets.of(snapshot, request);
    Methods methods = new Methods(request);
    Kinship kinship = new Kinship(snapshot, Suspects.present(snapshot, request.suspects()));
    Rules rules = new Rules(snapshot, request.decisions(), methods, kinship);
    List<PodDecision> decisions = new ArrayList<>();
    for (Node node : targets.nodes()) {
      podsOf(snapshot, node).forEach(pod -> decisions.add(rules.decide(pod, node.ref())));
    }
    List<String> reasons = new ArrayList<>(targets.reasons());
    reasons.addAll(methods.unknown(snapshot, decisions));
    return new Evacuation(targets.nodes(), decisions, reasons);
  }

  /** The picture in which the nodes that are meant take no new pods, whether they do now or not. */
  public static ClusterSnapshot asIfCordoned(ClusterSnapshot snapshot, Request.Evacuate request) {
    List<Node> open =
        Targets.open(snapshot, request).stream().map(node -> node.withUnschedulable(true)).toList();
    return open.isEmpty() ? snapshot : snapshot.with(open);
  }

  /** The pods of a node, by namespace and name. */
  static List<Pod> podsOf(ClusterSnapshot snapshot, Node node) {
    List<Pod> pods = new ArrayList<>(snapshot.podsOn(node.ref().name()));
    pods.sort(BY_PATH);
    return pods;
  }

  /**
   * Evictions and restarts, dealt out over the workloads so that no budget is asked twice in a row,
   * then one proof a node. No plan is made while a node still takes new pods.
   */
  public static PlanResult plan(ClusterSnapshot snapshot, Request.Evacuate request) {
    Evacuation evacuation = decide(snapshot, request);
    if (!evacuation.reasons().isEmpty()) {
      return new PlanResult.CannotPlan(evacuation.reasons());
    }
    return new PlanResult.Planned(
        Plan.of(snapshot.cluster(), request, Steps.of(snapshot, evacuation)));
  }
}
