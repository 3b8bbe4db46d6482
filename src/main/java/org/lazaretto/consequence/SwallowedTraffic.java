package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-48: clean pods that stay on a node which is then cut off go on receiving requests. */
final class SwallowedTraffic implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    Map<String, Set<String>> serving = serving(scene);
    List<Pod> stay = new ArrayList<>();
    Set<String> services = new HashSet<>();
    for (Pod pod : scene.staying()) {
      Set<String> of = serving.getOrDefault(pod.ref().uid(), Set.of());
      if (!of.isEmpty()) {
        stay.add(pod);
        of.forEach(name -> services.add(pod.ref().namespace() + "/" + name));
      }
    }
    int n = stay.size();
    if (n == 0) {
      return List.of();
    }
    boolean lost = scene.emptied().stream().anyMatch(node -> !node.ready());
    return List.of(
        new Finding(
            "T-48",
            lost ? Severity.WARN : Severity.INFORM,
            Scene.objects(stay),
            Causes.onNodesOf(scene, stay),
            Words.pods(n)
                + " that "
                + Words.form(n, "stays answers", "stay answer")
                + " for "
                + Words.some(services.stream().sorted().toList())
                + ", told by EndpointSlices; "
                + (lost
                    ? "the node is not ready already, and requests to "
                    : "if the node is cut off afterwards, requests to ")
                + Words.form(n, "it", "them")
                + " are swallowed while "
                + Words.form(n, "it counts", "they count")
                + " as ready.",
            "Move them too, or take them out of the endpoints before the node is cut off."));
  }

  @Override
  public Optional<Doubt> doubt(Scene scene) {
    return scene.staying().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Doubt(
                "T-48",
                "pods that stay answer for a service",
                EnumSet.of(ObservedKind.ENDPOINT_SLICE),
                Causes.onNodesOf(scene, scene.staying())));
  }

  /** The services for which a pod is a ready endpoint; each namespace is looked through once. */
  private static Map<String, Set<String>> serving(Scene scene) {
    Set<String> namespaces = new HashSet<>();
    scene.staying().forEach(pod -> namespaces.add(pod.ref().namespace()));
    Map<String, Set<String>> serving = new HashMap<>();
    for (String namespace : namespaces) {
      for (EndpointSlice slice : scene.snapshot().slices(namespace)) {
        slice.endpoints().stream()
            .filter(EndpointSlice.Endpoint::ready)
            .forEach(end ->
                serving.computeIfAbsent(end.podUid(), _ -> new HashSet<>()).add(slice.service()));
      }
    }
    return serving;
  }
}
