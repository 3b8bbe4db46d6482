package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Wizard;

/** T-14: a DaemonSet tolerates the cordon and puts its pod back. */
final class DaemonPods implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    Set<Pod> there = new LinkedHashSet<>(scene.staying());
    for (Node node : scene.cordoned()) {
      there.addAll(scene.snapshot().podsOn(node.ref().name()));
    }
    List<Pod> pods = there.stream().filter(Pod::ofDaemonSet).toList();
    if (!pods.isEmpty()) {
      findings.add(staying(scene, pods));
    }
    List<Pod> suspects = scene.suspects().stream().filter(Pod::ofDaemonSet).toList();
    if (!suspects.isEmpty() && scene.plan().wizard() != Wizard.FREEZE) {
      findings.add(suspected(scene, suspects));
    }
    return findings;
  }

  private static Finding staying(Scene scene, List<Pod> pods) {
    int n = pods.size();
    return new Finding(
        "T-14",
        Severity.INFORM,
        Scene.objects(pods),
        Causes.onNodesOf(scene, pods),
        Words.pods(n)
            + " of DaemonSets "
            + Words.form(n, "stays", "stay")
            + " on the node: a DaemonSet tolerates the cordon and would put its pod back"
            + " at once; a restart of it would hit every node.",
        "Count them among what the intruder can reach; look at each DaemonSet's host access.");
  }

  private static Finding suspected(Scene scene, List<Pod> suspects) {
    List<ObjectRef> objects = new ArrayList<>(Scene.objects(suspects));
    List<ObjectRef> sets =
        suspects.stream().flatMap(pod -> pod.controller().stream()).distinct().toList();
    objects.addAll(sets);
    int others =
        sets.stream().mapToInt(set -> scene.snapshot().podsOf(set.uid()).size()).sum()
            - suspects.size();
    int n = suspects.size();
    return new Finding(
        "T-14",
        Severity.WARN,
        objects,
        Causes.onNodesOf(scene, suspects),
        Words.count(n, "suspect", " ")
            + Words.form(n, "belongs", "belong")
            + " to a DaemonSet: removed, it comes back on the same node with the same hole, cordoned"
            + " or not, and "
            + (others == 0 ? "no other pod" : Words.pods(others))
            + " of the same template "
            + Words.form(Math.max(1, others), "runs", "run")
            + " on other nodes.",
        "Look at the others for the same signs, and close the hole in the template before anything"
            + " is removed.");
  }
}
