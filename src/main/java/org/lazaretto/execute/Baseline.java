package org.lazaretto.execute;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.EvacuateStep.EvictPod;
import org.lazaretto.plan.EvacuateStep.ProveNothingNew;
import org.lazaretto.plan.EvacuateStep.RestartRollout;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.port.PortException;

/**
 * What stood before the first departure: which pods the plan knows on the nodes, and how many pods
 * of each workload were ready. A workload that was broken before need not be whole after.
 */
final class Baseline {
  private static final Set<String> REPLACING = Set.of("Deployment", "ReplicaSet", "StatefulSet");

  private final Map<String, Set<String>> nodes = new ConcurrentHashMap<>();
  private final Map<String, Integer> ready = new ConcurrentHashMap<>();
  private final Round round;

  /** Of a plan that knows what may stay on its nodes, read in one round that is never repeated. */
  Baseline(Plan plan, Round round) {
    this.round = round;
    for (Step step : plan.steps()) {
      if (step instanceof ProveNothingNew proof) {
        nodes.put(proof.node().name(), new HashSet<>(proof.mayStay()));
      }
    }
  }

  /**
   * Notes how the step's workload stands, before its first pod leaves. What cannot be read must be
   * whole in the end.
   */
  void note(EvacuateStep step) {
    switch (step) {
      case EvictPod evict when replaces(evict.workload()) -> note(evict.workload());
      case RestartRollout restart -> note(restart.target());
      case EvictPod _, ProveNothingNew _ -> {}
    }
  }

  private void note(ObjectRef ref) {
    try {
      int now = round.workload(ref).map(w -> w.replicas().ready()).orElse(Integer.MAX_VALUE);
      ready.putIfAbsent(ref.uid(), now);
    } catch (PortException unread) {
      ready.putIfAbsent(ref.uid(), Integer.MAX_VALUE);
    }
  }

  /** Whether its controller makes another pod at once and we can see it. */
  static boolean replaces(ObjectRef workload) {
    return REPLACING.contains(workload.kind());
  }

  /** Whether the node is to be emptied and the plan does not know the pod there. */
  boolean isNewOn(String node, String podUid) {
    return nodes.containsKey(node) && !nodes.getOrDefault(node, Set.of()).contains(podUid);
  }

  /** How many pods of the workload were ready; very many if that is not known. */
  int readyBefore(ObjectRef workload) {
    return ready.getOrDefault(workload.uid(), Integer.MAX_VALUE);
  }
}
