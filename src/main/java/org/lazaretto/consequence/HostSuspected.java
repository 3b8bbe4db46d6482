package org.lazaretto.consequence;

import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.HostSuspicion;
import org.lazaretto.plan.StepId;

/** T-09: whoever has the node's root defeats every measure that ends at the pod. */
final class HostSuspected implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Pod> suspects = suspects(scene);
    if (suspects.isEmpty()) {
      return List.of();
    }
    List<ObjectRef> objects = Scene.objects(suspects);
    List<StepId> atPods = Causes.changing(scene, objects);
    boolean emptying = !scene.emptied().isEmpty();
    return List.of(
        new Finding(
            "T-09",
            atPods.isEmpty() && !emptying ? Severity.INFORM : Severity.WARN,
            objects,
            atPods.isEmpty() ? Causes.onNodesOf(scene, suspects) : atPods,
            text(suspects, emptying),
            "Treat the node as lost: contain it at the node, capture it there, and replace the"
                + " credentials that its pods could read."));
  }

  /** The suspects that may have their node. */
  static List<Pod> suspects(Scene scene) {
    return scene.suspects().stream().filter(HostSuspicion::suspected).toList();
  }

  private static String text(List<Pod> suspects, boolean emptying) {
    List<String> why =
        suspects.stream()
            .map(pod ->
                Words.path(pod.object()) + ": " + String.join(", ", HostSuspicion.reasons(pod)))
            .toList();
    int n = suspects.size();
    return Words.count(n, "suspect", " may have the node ")
        + Words.form(n, "itself", "themselves")
        + ", by the pod's spec ("
        + String.join("; ", why.subList(0, Math.min(n, 5)))
        + (n > 5 ? "; …" : "")
        + "): root on the node defeats labels, policies and every other measure that ends at the"
        + " pod."
        + (emptying
            ? " What moves away takes along Secrets and tokens that could be read on this node."
            : "");
  }
}
