package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.StepId;

/** T-44: the cordon takes the last schedulable node, or the last one of a zone. */
final class LastPlace implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    Set<String> taken = new HashSet<>();
    Set<String> zones = new TreeSet<>();
    List<ObjectRef> nodes = new ArrayList<>();
    for (Node node : scene.cordoned()) {
      taken.add(node.ref().name());
      if (!node.unschedulable()) {
        zones.add(node.zone());
        nodes.add(node.object());
      }
    }
    if (nodes.isEmpty()) {
      return List.of();
    }
    int left = 0;
    for (Node node : scene.snapshot().nodes()) {
      if (open(node) && !taken.contains(node.ref().name())) {
        left++;
        zones.remove(node.zone());
      }
    }
    if (left == 0) {
      return List.of(noneLeft(scene, nodes));
    }
    return zones.isEmpty() ? List.of() : List.of(noneInZone(scene, nodes, zones, left));
  }

  /** Whether an ordinary pod could be placed there: not a node kept for the control plane. */
  static boolean open(Node node) {
    return !node.unschedulable()
        && node.ready()
        && node.taints().stream().allMatch(taint -> taint.effect().equals("PreferNoSchedule"));
  }

  private static List<StepId> steps(Scene scene, List<ObjectRef> nodes) {
    return Causes.steps(scene, step -> step instanceof NodeStep && nodes.contains(step.target()));
  }

  private static Finding noneLeft(Scene scene, List<ObjectRef> nodes) {
    return new Finding(
        "T-44",
        Severity.WARN,
        nodes,
        steps(scene, nodes),
        "The cordon leaves no node on which an ordinary pod could be placed, told by readiness,"
            + " spec.unschedulable and taints: every pod that is"
            + " started or restarted from then on stays pending.",
        "Add a node before, or leave one of them schedulable.");
  }

  private static Finding noneInZone(
      Scene scene, List<ObjectRef> nodes, Set<String> zones, int left) {
    return new Finding(
        "T-44",
        Severity.WARN,
        nodes,
        steps(scene, nodes),
        "The cordon takes the last schedulable node of "
            + Words.some(List.copyOf(zones))
            + " ("
            + Words.count(left, "node", "")
            + " elsewhere "
            + Words.form(left, "stays", "stay")
            + " open); pods with a volume there or bound to that zone stay pending.",
        "Add a node in that zone before.");
  }
}
