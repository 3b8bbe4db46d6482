package org.lazaretto.plan.evacuate;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.FreeRoom;

/**
 * Whether other nodes take what leaves, told as the plan's T-44 tells it: all that leaves is placed
 * together, so that a workload is asked about beside the others as they are chosen.
 */
final class Elsewhere {
  private final ClusterSnapshot snapshot;
  private final Set<String> closed;
  private final Map<String, Pod> chosen = new LinkedHashMap<>();
  private final Map<Set<String>, Set<String>> known = new HashMap<>();

  /**
   * Asked about a cluster.
   *
   * @param closed names of the nodes to be emptied
   * @param chosen the pods that leave as it is chosen now
   */
  Elsewhere(ClusterSnapshot snapshot, Set<String> closed, Collection<Pod> chosen) {
    this.snapshot = snapshot;
    this.closed = Set.copyOf(closed);
    chosen.forEach(pod -> this.chosen.put(pod.ref().uid(), pod));
  }

  /** UIDs of what no node takes, if of these pods of one workload those leave. */
  Set<String> homeless(List<Pod> workload, List<Pod> leaving) {
    if (leaving.isEmpty()) {
      return Set.of();
    }
    Map<String, Pod> all = new LinkedHashMap<>(chosen);
    workload.forEach(pod -> all.remove(pod.ref().uid()));
    leaving.forEach(pod -> all.put(pod.ref().uid(), pod));
    return known.computeIfAbsent(
        Set.copyOf(all.keySet()), _ -> new FreeRoom(snapshot, closed).homeless(all.values()));
  }
}
