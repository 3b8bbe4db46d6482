package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.Claim;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-49: whoever mounts the suspect's volume overwrites evidence and may be infected from it. */
final class SharedClaims implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    Set<String> claims = new HashSet<>();
    scene.suspects().forEach(pod -> claims.addAll(paths(pod)));
    if (claims.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    List<Moved> mounting =
        scene.moved().stream()
            .filter(m -> paths(m.pod()).stream().anyMatch(claims::contains))
            .toList();
    findings.add(mounting.isEmpty() ? holds(scene) : mounted(scene, mounting, claims));
    List<Pod> beside = beside(scene, claims);
    if (!beside.isEmpty()) {
      findings.add(beside(scene, beside, claims));
    }
    return findings;
  }

  @Override
  public Optional<Doubt> doubt(Scene scene) {
    boolean claiming = scene.suspects().stream().anyMatch(pod -> !paths(pod).isEmpty());
    return claiming
        ? Optional.of(
            new Doubt(
                "T-49",
                "another node can mount the suspect's volume, and which volume it is",
                EnumSet.of(ObservedKind.PERSISTENT_VOLUME_CLAIM),
                Causes.onNodesOf(scene, scene.suspects())))
        : Optional.empty();
  }

  private static List<String> paths(Pod pod) {
    return pod.shape().volumes().claims().stream()
        .map(claim -> pod.ref().namespace() + "/" + claim)
        .toList();
  }

  /** Pods elsewhere that mount the same claim now, neither suspected nor moved. */
  private static List<Pod> beside(Scene scene, Set<String> claims) {
    Set<String> namespaces = new TreeSet<>();
    scene.suspects().forEach(pod -> namespaces.add(pod.ref().namespace()));
    Set<String> known = new HashSet<>();
    scene.suspects().forEach(pod -> known.add(pod.ref().uid()));
    scene.moved().forEach(moved -> known.add(moved.pod().ref().uid()));
    List<Pod> beside = new ArrayList<>();
    for (Pod pod : scene.snapshot().pods()) {
      if (!pod.shape().volumes().claims().isEmpty()
          && namespaces.contains(pod.ref().namespace())
          && pod.active()
          && !known.contains(pod.ref().uid())
          && paths(pod).stream().anyMatch(claims::contains)) {
        beside.add(pod);
      }
    }
    return Scene.sorted(beside);
  }

  /** The claims as they are observed, with their volumes. */
  private static List<Claim> seen(Scene scene, Set<String> paths) {
    List<Claim> seen = new ArrayList<>();
    for (String path : new TreeSet<>(paths)) {
      int slash = path.indexOf('/');
      scene
          .snapshot()
          .claim(path.substring(0, slash), path.substring(slash + 1))
          .ifPresent(seen::add);
    }
    return seen;
  }

  private static List<ObjectRef> objects(List<Pod> pods, List<Claim> claims) {
    List<ObjectRef> objects = new ArrayList<>(Scene.objects(pods));
    claims.forEach(claim -> objects.add(claim.object()));
    return objects;
  }

  private static String volumes(List<Claim> claims) {
    List<String> volumes = claims.stream().map(Claim::volume).filter(v -> !v.isEmpty()).toList();
    return volumes.isEmpty() ? "" : " (" + Words.some(volumes) + ")";
  }

  private static Finding mounted(Scene scene, List<Moved> mounting, Set<String> paths) {
    int n = mounting.size();
    List<Claim> claims = seen(scene, paths);
    return new Finding(
        "T-49",
        Severity.STOP,
        objects(mounting.stream().map(Moved::pod).toList(), claims),
        Scene.steps(mounting),
        Words.pods(n)
            + " that "
            + Words.form(n, "moves shares", "move share")
            + " a PersistentVolumeClaim with a suspect"
            + volumes(claims)
            + "; the replacement mounts it, overwrites evidence and may be infected from it.",
        "Snapshot the volume by its claim first, and keep these pods where they are.");
  }

  private static Finding beside(Scene scene, List<Pod> beside, Set<String> paths) {
    int n = beside.size();
    return new Finding(
        "T-49",
        Severity.WARN,
        objects(beside, seen(scene, paths)),
        Causes.onNodesOf(scene, scene.suspects()),
        Words.pods(n)
            + " besides the suspects "
            + Words.form(n, "mounts", "mount")
            + " the same PersistentVolumeClaim now, by claim name: what the suspect wrote there is"
            + " read there, and evidence on it goes on changing.",
        "Look at them as further suspects, and snapshot the volume by its claim.");
  }

  private static Finding holds(Scene scene) {
    List<Pod> suspects = scene.suspects().stream().filter(pod -> !paths(pod).isEmpty()).toList();
    Set<String> paths = new HashSet<>();
    suspects.forEach(pod -> paths.addAll(paths(pod)));
    List<Claim> claims = seen(scene, paths);
    int n = suspects.size();
    boolean emptying = !scene.emptied().isEmpty();
    boolean shared = claims.stream().anyMatch(Claim::shared);
    return new Finding(
        "T-49",
        emptying ? Severity.WARN : Severity.INFORM,
        objects(suspects, claims),
        Causes.onNodesOf(scene, suspects),
        Words.count(n, "suspect", " ")
            + Words.form(n, "has", "have")
            + " a PersistentVolumeClaim"
            + volumes(claims)
            + "; if the suspect goes, its replacement mounts the volume"
            + (shared ? ", from another node even at once" : "")
            + ", and a snapshot of the instance misses a volume that is not attached to it.",
        "Snapshot the volume by its claim before anything makes the suspect's workload replace it.");
  }
}
