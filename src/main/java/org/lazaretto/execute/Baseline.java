package org.lazaretto.execute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.EvacuateStep.EvictPod;
import org.lazaretto.plan.EvacuateStep.ProveNothingNew;
import org.lazaretto.plan.EvacuateStep.RestartRollout;
import org.lazaretto.port.PortException;

/**
 * What stood before the first departure: which pods were on the nodes, and how many pods of each
 * workload were ready. A workload that was broken before need not be whole after.
 */
final class Baseline {
  private static final Set<String> REPLACING = Set.of("Deployment", "ReplicaSet", "StatefulSet");

  private final Map<String, Set<String>> nodes = new ConcurrentHashMap<>();
  private final Map<String, Workload> workloads = new ConcurrentHashMap<>();

  /** Reads it; what cannot be read is left out and asked for again later. */
  static Baseline read(Lanes lanes, Round round, List<EvacuateStep> steps) {
    Baseline baseline = new Baseline();
    lanes.all(nodesOf(steps), name -> baseline.node(round, name)).join();
    lanes.all(workloadsOf(steps), ref -> baseline.workload(round, ref)).join();
    return baseline;
  }

  private static Set<String> nodesOf(List<EvacuateStep> steps) {
    Set<String> names = ConcurrentHashMap.newKeySet();
    for (EvacuateStep step : steps) {
      if (step instanceof EvictPod evict) {
        names.add(evict.node().name());
      }
    }
    return names;
  }

  private static Set<ObjectRef> workloadsOf(List<EvacuateStep> steps) {
    Set<ObjectRef> refs = ConcurrentHashMap.newKeySet();
    for (EvacuateStep step : steps) {
      switch (step) {
        case EvictPod evict when replaces(evict.workload()) -> refs.add(evict.workload());
        case RestartRollout restart -> refs.add(restart.target());
        case EvictPod _, ProveNothingNew _ -> {}
      }
    }
    return refs;
  }

  /** Whether its controller makes another pod at once and we can see it. */
  static boolean replaces(ObjectRef workload) {
    return REPLACING.contains(workload.kind());
  }

  private void node(Round round, String name) {
    try {
      nodes.put(name, Set.copyOf(round.podsOn(name).keySet()));
    } catch (PortException unread) {
      nodes.remove(name); // asked for again by every round; without it new pods are not told apart
    }
  }

  private void workload(Round round, ObjectRef ref) {
    try {
      round.workload(ref).ifPresent(found -> workloads.put(ref.uid(), found));
    } catch (PortException unread) {
      workloads.remove(ref.uid()); // asked for again by every round that needs it
    }
  }

  /** Whether the pod stood on one of the nodes before; a node that was not read knows all. */
  boolean stoodOn(String node, String podUid) {
    Set<String> known = nodes.getOrDefault(node, Set.of());
    return known.isEmpty() || known.contains(podUid);
  }

  /** Whether that node is being emptied. */
  boolean empties(String node) {
    return nodes.containsKey(node);
  }

  /** The workload as it was. */
  Optional<Workload> workload(ObjectRef ref) {
    return Optional.ofNullable(workloads.get(ref.uid()));
  }
}
