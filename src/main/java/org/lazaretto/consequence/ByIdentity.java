package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-16: pods are matched by namespace and UID, evicted and not deleted; kube-system is spared. */
final class ByIdentity implements Rule {
  private static final String KUBE_SYSTEM = "kube-system";

  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    List<Moved> moved = scene.moved().stream().filter(m -> system(m.pod())).toList();
    if (!moved.isEmpty()) {
      findings.add(moved(moved));
    }
    List<Pod> kept =
        scene.staying().stream()
            .filter(pod -> system(pod) && !pod.mirror() && !pod.ofDaemonSet())
            .toList();
    if (!scene.moved().isEmpty() || !kept.isEmpty()) {
      findings.add(kept(scene, kept));
    }
    return findings;
  }

  private static boolean system(Pod pod) {
    return pod.ref().namespace().equals(KUBE_SYSTEM);
  }

  private static Finding moved(List<Moved> moved) {
    int n = moved.size();
    return new Finding(
        "T-16",
        Severity.WARN,
        Scene.objects(moved.stream().map(Moved::pod).toList()),
        Scene.steps(moved),
        Words.pods(n)
            + " of kube-system "
            + Words.form(n, "moves", "move")
            + "; what the whole cluster uses, such as DNS, starts again elsewhere.",
        "Keep kube-system where it is unless the node itself is given up.");
  }

  private static Finding kept(Scene scene, List<Pod> kept) {
    int n = kept.size();
    return new Finding(
        "T-16",
        Severity.INFORM,
        Scene.objects(kept),
        Causes.onNodesOf(scene, kept),
        "Pods are matched by namespace and UID, so a namesake of a suspect is not mistaken for it"
            + (n == 0
                ? "."
                : "; "
                    + Words.pods(n)
                    + " of kube-system "
                    + Words.form(n, "stays", "stay")
                    + ", besides those of DaemonSets and static ones."),
        n == 0
            ? "Nothing; compare the UIDs of the steps with those of the case, if in doubt."
            : "Decide by name to move kube-system if the node is to be given up.");
  }
}
