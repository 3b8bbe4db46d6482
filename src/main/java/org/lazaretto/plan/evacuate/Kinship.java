package org.lazaretto.plan.evacuate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Workload;

/** Which pods belong to a suspect's own workload: told by owner UID, not by labels (T-13). */
final class Kinship {
  private final ClusterSnapshot snapshot;
  private final Set<String> suspects = new HashSet<>();
  private final Map<String, String> suspectOfOwner = new HashMap<>();

  Kinship(ClusterSnapshot snapshot, List<Pod> suspects) {
    this.snapshot = snapshot;
    for (Pod suspect : suspects) {
      this.suspects.add(suspect.ref().uid());
      suspect.controller().ifPresent(o -> suspectOfOwner.put(o.uid(), suspect.ref().path()));
      suspectOfOwner.put(workload(suspect).uid(), suspect.ref().path());
    }
  }

  boolean isSuspect(Pod pod) {
    return suspects.contains(pod.ref().uid());
  }

  /** The suspect that this pod shares its workload with. */
  Optional<String> suspectBeside(Pod pod) {
    return Optional.ofNullable(suspectOfOwner.get(workload(pod).uid()))
        .or(() -> pod.controller().map(owner -> suspectOfOwner.get(owner.uid())));
  }

  /** The top of the owner chain as far as it is known; the pod itself if it has no owner. */
  ObjectRef workload(Pod pod) {
    return snapshot
        .workloadOf(pod)
        .map(Workload::object)
        .or(pod::controller)
        .orElseGet(pod::object);
  }
}
