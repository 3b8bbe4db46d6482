package org.lazaretto.plan.evacuate;

import java.util.Optional;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Request;

/**
 * What becomes of one pod of a node to be emptied.
 *
 * @param node the node it stands on
 * @param workload the workload at the top of its owner chain; the pod itself if it has none
 * @param method how it would be moved
 * @param fate whether it moves
 * @param ground why it does not move; empty if it moves
 * @param reason why, one sentence
 */
public record PodDecision(
    Pod pod,
    NodeRef node,
    ObjectRef workload,
    Request.Method method,
    Fate fate,
    Optional<Ground> ground,
    String reason) {
  /** Whether a pod moves. */
  public enum Fate {
    MOVE,
    STAY,
    /** It was to move, and the method cannot move it. */
    CANNOT;

    /** The word in tables. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
