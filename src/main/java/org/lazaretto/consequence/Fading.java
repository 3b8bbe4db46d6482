package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-54: evidence that goes by itself, with each restart or when the node cleans its disk. */
final class Fading implements Rule {
  private static final String CRASHING = "CrashLoopBackOff";

  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    List<Pod> crashing = scene.suspects().stream().filter(Fading::crashing).toList();
    if (!crashing.isEmpty()) {
      findings.add(crashing(scene, crashing));
    }
    List<ObjectRef> full = new ArrayList<>();
    for (Pod pod : scene.suspects()) {
      pod.node()
          .flatMap(scene.snapshot()::node)
          .filter(node -> node.state().pressures().contains("DiskPressure"))
          .filter(node -> !full.contains(node.object()))
          .ifPresent(node -> full.add(node.object()));
    }
    if (!full.isEmpty()) {
      findings.add(full(scene, full));
    }
    return findings;
  }

  @Override
  public Optional<Doubt> doubt(Scene scene) {
    return Optional.of(
        new Doubt(
            "T-54",
            "the suspect's node is short of disk and cleans up evidence",
            EnumSet.of(ObservedKind.NODE),
            List.of()));
  }

  private static boolean crashing(Pod pod) {
    return pod.status().containers().stream().anyMatch(c -> c.reason().equals(CRASHING));
  }

  private static Finding crashing(Scene scene, List<Pod> pods) {
    int n = pods.size();
    int restarts = pods.stream().mapToInt(pod -> pod.status().restarts()).max().orElse(0);
    return new Finding(
        "T-54",
        Severity.WARN,
        Scene.objects(pods),
        Causes.capturing(scene, pods),
        Words.count(n, "suspect", " ")
            + Words.form(n, "crashes", "crash")
            + " again and again ("
            + Words.count(restarts, "restart", "")
            + " so far): each restart discards a writable layer, and --previous holds one log only.",
        "Capture it now, before the next restart.");
  }

  private static Finding full(Scene scene, List<ObjectRef> nodes) {
    List<Pod> there =
        scene.suspects().stream()
            .filter(p -> nodes.stream().anyMatch(n -> p.node().equals(Optional.of(n.name()))))
            .toList();
    return new Finding(
        "T-54",
        Severity.WARN,
        nodes,
        Causes.capturing(scene, there),
        "The kubelet reports DiskPressure on "
            + Words.some(nodes.stream().map(ObjectRef::name).toList())
            + ": it deletes images, ended containers and pods to gain space, evidence among them.",
        "Capture now, pull no large images there, and write no dump to its disk.");
  }
}
