package org.lazaretto.ui.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan will do, as map and graph show it.
 *
 * @param pods what becomes of pods, by UID
 * @param nodes the nodes that the plan touches, by name
 * @param arrivals names of workloads that may arrive, by node name; where the scheduler decides,
 *     this is where they fit
 */
public record Preview(
    Map<String, Fate> pods, Set<String> nodes, Map<String, List<String>> arrivals) {
  /** What becomes of a pod. */
  public enum Fate {
    STAYS,
    MOVES,
    TOUCHED
  }

  /** No plan is shown. */
  public static final Preview NONE = new Preview(Map.of(), Set.of(), Map.of());

  /** Copies what it is given. */
  public Preview {
    pods = Map.copyOf(pods);
    nodes = Set.copyOf(nodes);
    arrivals = Map.copyOf(arrivals);
  }

  /** The plan while it is carried out: what arrives is seen, and need not be guessed any more. */
  public Preview underWay() {
    return new Preview(pods, nodes, Map.of());
  }

  /** Whether no plan is shown. */
  public boolean none() {
    return pods.isEmpty() && nodes.isEmpty() && arrivals.isEmpty();
  }
}
