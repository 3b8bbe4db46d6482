package org.lazaretto.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan will do, as the map shows it: everything else is dimmed.
 *
 * @param pods what becomes of pods, by UID
 * @param nodes the nodes that the plan touches, by name
 * @param arrivals what may arrive, by node name: what to write into free slots
 */
public record PlanPreview(
    Map<String, Fate> pods, Set<String> nodes, Map<String, List<String>> arrivals) {
  /** What becomes of a pod. */
  public enum Fate {
    STAYS(Overlay.STAYS),
    MOVES(Overlay.MOVES),
    TOUCHED(Overlay.TOUCHED);

    private final int bit;

    Fate(int bit) {
      this.bit = bit;
    }

    int bit() {
      return bit;
    }
  }

  /** No plan. */
  public static final PlanPreview NONE = new PlanPreview(Map.of(), Set.of(), Map.of());

  /** Copies what it is given. */
  public PlanPreview {
    pods = Map.copyOf(pods);
    nodes = Set.copyOf(nodes);
    arrivals = Map.copyOf(arrivals);
  }

  /** Whether there is nothing to show. */
  public boolean none() {
    return pods.isEmpty() && nodes.isEmpty() && arrivals.isEmpty();
  }
}
