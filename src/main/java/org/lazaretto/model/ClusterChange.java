package org.lazaretto.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;

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

  /** Whether no pod and no node has changed. */
  public boolean empty() {
    return pods.isEmpty() && podsGone.isEmpty() && nodes.isEmpty() && nodesGone.isEmpty();
  }
}
