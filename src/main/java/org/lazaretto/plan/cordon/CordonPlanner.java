package org.lazaretto.plan.cordon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.HostSuspicion;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Suspects;

/** Plans to cordon the nodes of the suspects, or the nodes that were chosen. Pure. */
public final class CordonPlanner {
  private CordonPlanner() {}

  /**
   * One step a node, by name, and then what protects each of them. A node that is cordoned already
   * is a step too: the responder sees that it was found so. A suspect without a node is passed over
   * if another one has a node; the consequences say so.
   */
  public static PlanResult plan(ClusterSnapshot snapshot, Request.Cordon request) {
    List<String> reasons = new ArrayList<>();
    Set<String> names = new TreeSet<>(request.nodes());
    if (names.isEmpty()) {
      reasons.addAll(Suspects.missing(snapshot, request.suspects()));
      names.addAll(nodesOf(snapshot, request.suspects()));
      if (names.isEmpty() && reasons.isEmpty()) {
        reasons.add("No suspect is bound to a node yet; choose the nodes.");
      }
    }
    List<Step> steps = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (String name : names) {
      snapshot
          .node(name)
          .ifPresentOrElse(
              node -> {
                steps.add(step(steps.size() + 1, node));
                nodes.add(node);
              },
              () -> reasons.add("The cluster has no node " + name + "."));
    }
    Set<String> suspected = suspected(snapshot, request);
    nodes.forEach(node -> Protections.add(steps, node, request.protection(), suspected));
    return reasons.isEmpty()
        ? new PlanResult.Planned(Plan.of(snapshot.cluster(), request, steps))
        : new PlanResult.CannotPlan(reasons);
  }

  /** The nodes that a suspect may have. */
  private static Set<String> suspected(ClusterSnapshot snapshot, Request.Cordon request) {
    Set<String> names = new TreeSet<>();
    Suspects.present(snapshot, request.suspects()).stream()
        .filter(HostSuspicion::suspected)
        .map(Pod::node)
        .flatMap(java.util.Optional::stream)
        .forEach(names::add);
    return names;
  }

  private static Step step(int number, Node node) {
    return new NodeStep.CordonNode(new StepId(number), node.ref(), node.unschedulable());
  }

  private static List<String> nodesOf(ClusterSnapshot snapshot, List<PodRef> suspects) {
    return Suspects.present(snapshot, suspects).stream()
        .map(Pod::node)
        .flatMap(java.util.Optional::stream)
        .toList();
  }
}
