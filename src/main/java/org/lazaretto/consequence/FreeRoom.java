package org.lazaretto.consequence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.Capacity;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;

/**
 * What the nodes that take pods still hold, by requests, selectors and taints. A node's rest is
 * computed when it is first looked at.
 */
final class FreeRoom {
  private final Scene scene;
  private final List<Node> open;
  private final Map<String, Capacity> left = new HashMap<>();

  FreeRoom(Scene scene) {
    this.scene = scene;
    Set<String> closed =
        scene.emptied().stream().map(node -> node.ref().name()).collect(Collectors.toSet());
    this.open =
        scene.snapshot().nodes().stream()
            .filter(node -> !node.unschedulable() && node.ready())
            .filter(node -> !closed.contains(node.ref().name()))
            .toList();
  }

  /** Takes the first node that fits. */
  boolean place(Pod pod) {
    for (Node node : open) {
      if (fits(node, pod)) {
        take(node, pod);
        return true;
      }
    }
    return false;
  }

  /** Takes the node with the most CPU left of those that fit, as a scheduler would by default. */
  Optional<Node> placeLikely(Pod pod) {
    Optional<Node> best = Optional.empty();
    for (Node node : open) {
      if (fits(node, pod) && best.map(b -> roomier(node, b)).orElse(true)) {
        best = Optional.of(node);
      }
    }
    best.ifPresent(node -> take(node, pod));
    return best;
  }

  private boolean roomier(Node one, Node other) {
    int more = Long.compare(left(one).cpuMillis(), left(other).cpuMillis());
    return more > 0 || (more == 0 && one.ref().name().compareTo(other.ref().name()) < 0);
  }

  private boolean fits(Node node, Pod pod) {
    return left(node).holds(pod.shape().placement().requests())
        && pod.shape().placement().admittedBy(node);
  }

  private void take(Node node, Pod pod) {
    left.put(node.ref().name(), left(node).minus(pod.shape().placement().requests()));
  }

  private Capacity left(Node node) {
    return left.computeIfAbsent(
        node.ref().name(),
        name -> {
          Capacity free = node.allocatable();
          for (Pod pod : scene.snapshot().podsOn(name)) {
            free = pod.active() ? free.minus(pod.shape().placement().requests()) : free;
          }
          return free;
        });
  }
}
