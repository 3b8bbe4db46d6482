package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Purpose;

/** T-47: the kubelet's credentials undo a cordon and a label, but not a taint. */
final class NodeCredentials implements Rule {
  private static final String BY_CORDON = "node.kubernetes.io/unschedulable";

  @Override
  public List<Finding> of(Scene scene) {
    Set<String> suspected =
        HostSuspected.suspects(scene).stream()
            .map(Pod::node)
            .flatMap(node -> node.stream())
            .collect(Collectors.toSet());
    List<ObjectRef> open = new ArrayList<>();
    for (Node node : scene.cordoned()) {
      boolean planned =
          Containing.targets(Containing.edits(scene, Purpose.TAINT_NODE)).contains(node.object());
      if (suspected.contains(node.ref().name()) && !tainted(node) && !planned) {
        open.add(node.object());
      }
    }
    int n = open.size();
    return n == 0
        ? List.of()
        : List.of(
            new Finding(
                "T-47",
                Severity.WARN,
                open,
                Causes.on(scene, open),
                "The cordon of "
                    + Words.some(open.stream().map(ObjectRef::name).toList())
                    + " does not hold against whoever has the node: the kubelet's credentials may"
                    + " uncordon and relabel it, but not remove a taint, and "
                    + Words.form(n, "it has", "they have")
                    + " none that keeps pods off.",
                "Add a NoSchedule taint as well, and watch spec.unschedulable."));
  }

  private static boolean tainted(Node node) {
    return node.taints().stream()
        .anyMatch(taint -> !taint.key().equals(BY_CORDON) && keepsOff(taint.effect()));
  }

  private static boolean keepsOff(String effect) {
    return effect.equals("NoSchedule") || effect.equals("NoExecute");
  }
}
