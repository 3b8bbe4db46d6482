package org.lazaretto.plan.evacuate;

import java.util.List;
import org.lazaretto.model.Node;

/**
 * What becomes of each pod of the nodes to be emptied, for the responder to read.
 *
 * @param nodes the nodes, by name
 * @param decisions one a pod, by node, namespace and name; ended and leaving pods are among them
 * @param reasons why no plan can be made; empty if one can
 */
public record Evacuation(List<Node> nodes, List<PodDecision> decisions, List<String> reasons) {
  /** Copies what it is given. */
  public Evacuation {
    nodes = List.copyOf(nodes);
    decisions = List.copyOf(decisions);
    reasons = List.copyOf(reasons);
  }

  /** The pods that move. */
  public List<PodDecision> moving() {
    return decisions.stream().filter(d -> d.fate() == PodDecision.Fate.MOVE).toList();
  }
}
