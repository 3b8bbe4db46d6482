package org.lazaretto.consequence;

import java.util.List;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-10: a pod of the suspect's own workload that is moved is replaced at once, hole and all. */
final class Siblings implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Moved> moved =
        scene.moved().stream().filter(m -> scene.siblingOfSuspect(m.pod())).toList();
    if (!moved.isEmpty()) {
      return List.of(moved(moved));
    }
    List<Pod> kept = scene.staying().stream().filter(scene::siblingOfSuspect).toList();
    return kept.isEmpty() ? List.of() : List.of(kept(scene, kept));
  }

  private static Finding moved(List<Moved> moved) {
    int n = moved.size();
    return new Finding(
        "T-10",
        Severity.STOP,
        Scene.objects(moved.stream().map(Moved::pod).toList()),
        Scene.steps(moved),
        Words.pods(n)
            + " of a suspect's own workload, told by owner UID, "
            + Words.form(n, "is", "are")
            + " moved; the controller starts as many replacements at once on other nodes, from the"
            + " same template and with the same hole.",
        "Leave the siblings beside the suspect until the hole is closed, or pause and fix the"
            + " workload first.");
  }

  private static Finding kept(Scene scene, List<Pod> kept) {
    int n = kept.size();
    return new Finding(
        "T-10",
        Severity.INFORM,
        Scene.objects(kept),
        Causes.onNodesOf(scene, kept),
        Words.pods(n)
            + " of a suspect's own workload "
            + Words.form(n, "stays", "stay")
            + " on the node, told by owner UID; moving would only start replacements with the same"
            + " hole elsewhere.",
        "Look at each of them; mark it as a suspect if it shows the same signs.");
  }
}
