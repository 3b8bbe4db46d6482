package org.lazaretto.consequence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-49: whoever mounts the suspect's volume overwrites evidence and may be infected from it. */
final class SharedClaims implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    Set<String> claims = new HashSet<>();
    scene.suspects().forEach(pod -> claims.addAll(claims(pod)));
    if (claims.isEmpty()) {
      return List.of();
    }
    List<Moved> mounting =
        scene.moved().stream()
            .filter(m -> claims(m.pod()).stream().anyMatch(claims::contains))
            .toList();
    return List.of(mounting.isEmpty() ? holds(scene) : mounted(mounting));
  }

  private static List<String> claims(Pod pod) {
    return pod.shape().volumes().claims().stream()
        .map(claim -> pod.ref().namespace() + "/" + claim)
        .toList();
  }

  private static Finding mounted(List<Moved> mounting) {
    int n = mounting.size();
    return new Finding(
        "T-49",
        Severity.STOP,
        Scene.objects(mounting.stream().map(Moved::pod).toList()),
        Scene.steps(mounting),
        Words.pods(n)
            + " that "
            + Words.form(n, "moves shares", "move share")
            + " a PersistentVolumeClaim with a suspect; the replacement mounts it, overwrites"
            + " evidence and may be infected from it.",
        "Snapshot the volume by its claim first, and keep these pods where they are.");
  }

  private static Finding holds(Scene scene) {
    List<Pod> suspects = scene.suspects().stream().filter(pod -> !claims(pod).isEmpty()).toList();
    int n = suspects.size();
    boolean emptying = !scene.emptied().isEmpty();
    return new Finding(
        "T-49",
        emptying ? Severity.WARN : Severity.INFORM,
        Scene.objects(suspects),
        List.of(),
        Words.count(n, "suspect", " ")
            + Words.form(n, "has", "have")
            + " a PersistentVolumeClaim; if the suspect goes, its replacement mounts the volume,"
            + " and a snapshot of the instance misses a volume that is not attached to it.",
        "Snapshot the volume by its claim before anything makes the suspect's workload replace it.");
  }
}
