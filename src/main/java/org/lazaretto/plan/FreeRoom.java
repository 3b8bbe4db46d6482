package org.lazaretto.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.Capacity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;

/**
 * What the nodes that take pods still hold, by requests, selectors and taints (T-44). A node's rest
 * is computed when it is first looked at. For one thread, and one question each.
 */
public final class FreeRoom {
  /** The largest come first; equal ones by name, so that every asker gets the same answer. */
  private static final Comparator<Pod> LARGEST_FIRST =
      Comparator.comparingLong((Pod pod) -> asks(pod).cpuMillis())
          .thenComparingLong(pod -> asks(pod).memoryBytes())
          .reversed()
          .thenComparing(pod -> pod.ref().path());

  private final ClusterSnapshot snapshot;
  private final List<Node> open;
  private final Map<String, Capacity> left = new HashMap<>();

  /**
   * The room of a cluster.
   *
   * @param closed names of nodes that are to take none, although they may be schedulable yet
   */
  public FreeRoom(ClusterSnapshot snapshot, Set<String> closed) {
    this.snapshot = snapshot;
    this.open =
        snapshot.nodes().stream()
            .filter(node -> !node.unschedulable() && node.ready())
            .filter(node -> !closed.contains(node.ref().name()))
            .toList();
  }

  /**
   * Places what comes back of these pods one by one, the largest first, each on the first node that
   * admits and holds it; a pod without a controller does not come back.
   *
   * @return UIDs of the pods whose replacement fits nowhere, and stays pending
   */
  public Set<String> homeless(Collection<Pod> leaving) {
    Set<String> homeless = new HashSet<>();
    leaving.stream()
        .filter(pod -> pod.controller().isPresent())
        .sorted(LARGEST_FIRST)
        .filter(pod -> !place(pod))
        .forEach(pod -> homeless.add(pod.ref().uid()));
    return homeless;
  }

  private static Capacity asks(Pod pod) {
    return pod.shape().placement().requests();
  }

  /** Takes the first node that fits. */
  private boolean place(Pod pod) {
    for (Node node : open) {
      if (fits(node, pod)) {
        take(node, pod);
        return true;
      }
    }
    return false;
  }

  /** Takes the node with the most CPU left of those that fit, as a scheduler would by default. */
  public Optional<Node> placeLikely(Pod pod) {
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
    return left(node).holds(asks(pod)) && pod.shape().placement().admittedBy(node);
  }

  private void take(Node node, Pod pod) {
    left.put(node.ref().name(), left(node).minus(asks(pod)));
  }

  private Capacity left(Node node) {
    return left.computeIfAbsent(
        node.ref().name(),
        name -> {
          Capacity free = node.allocatable();
          for (Pod pod : snapshot.podsOn(name)) {
            free = pod.active() ? free.minus(asks(pod)) : free;
          }
          return free;
        });
  }
}
