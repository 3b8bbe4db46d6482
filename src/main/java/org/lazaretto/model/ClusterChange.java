package org.lazaretto.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one snapshot changed against the one before it, for those who keep a picture of their own
 * and must not look through the whole cluster for one event. What is gone applies first: a node
 * that was replaced has the name of its successor.
 *
 * @param pods pods added or changed, in their last state
 * @param podsGone the UIDs of pods that are no more; none of them stands in {@code pods}
 * @param nodes nodes added or changed, in their last state
 * @param nodesGone the UIDs of nodes that are no more
 */
public record ClusterChange(
    Collection<Pod> pods, Set<String> podsGone, Collection<Node> nodes, Set<String> nodesGone) {
  /** Nothing of pods or nodes; the health of a kind or another kind may still have changed. */
  public static final ClusterChange NONE =
      new ClusterChange(List.of(), Set.of(), List.of(), Set.of());

  /** Everything there is, for one who has seen nothing yet. */
  public static ClusterChange everything(ClusterSnapshot snapshot) {
    return new ClusterChange(snapshot.pods(), Set.of(), snapshot.nodes(), Set.of());
  }

  /** What differs in a later snapshot of the same cluster. */
  public static ClusterChange between(ClusterSnapshot earlier, ClusterSnapshot later) {
    Map<String, Node> before = byUid(earlier);
    Map<String, Node> now = byUid(later);
    return new ClusterChange(
        later.pods().stream()
            .filter(pod -> !earlier.pod(pod.ref().uid()).equals(Optional.of(pod)))
            .toList(),
        gone(earlier.uids(ObservedKind.POD), later.uids(ObservedKind.POD)),
        now.values().stream().filter(node -> !node.equals(before.get(node.ref().uid()))).toList(),
        gone(before.keySet(), now.keySet()));
  }

  private static Map<String, Node> byUid(ClusterSnapshot snapshot) {
    return snapshot.nodes().stream()
        .collect(Collectors.toMap(node -> node.ref().uid(), Function.identity()));
  }

  private static Set<String> gone(Set<String> before, Set<String> now) {
    Set<String> gone = new HashSet<>(before);
    gone.removeAll(now);
    return gone;
  }

  /** Whether no pod and no node has changed. */
  public boolean empty() {
    return pods.isEmpty() && podsGone.isEmpty() && nodes.isEmpty() && nodesGone.isEmpty();
  }
}
