package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.StepId;

/** T-14: a DaemonSet tolerates the cordon and puts its pod back. */
final class DaemonPods implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Pod> pods = new ArrayList<>(scene.staying().stream().filter(Pod::ofDaemonSet).toList());
    for (Node node : scene.cordoned()) {
      scene.snapshot().podsOn(node.ref().name()).stream()
          .filter(Pod::ofDaemonSet)
          .forEach(pods::add);
    }
    int n = pods.size();
    return n == 0
        ? List.of()
        : List.of(
            new Finding(
                "T-14",
                Severity.INFORM,
                Scene.objects(pods),
                List.<StepId>of(),
                Words.pods(n)
                    + " of DaemonSets "
                    + Words.form(n, "stays", "stay")
                    + " on the node: a DaemonSet tolerates the cordon and would put its pod back"
                    + " at once; a restart of it would hit every node.",
                "Count them among what the intruder can reach; look at each DaemonSet's host"
                    + " access."));
  }
}
