package org.lazaretto.execute;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** The workloads that suspects belong to, by UID: their other pods share the suspect's hole. */
final class Ties {
  private final Map<String, Set<PodRef>> suspectsOf = new HashMap<>();

  /** Reads the owner chain of each suspect; one that is gone ties nothing any more. */
  static Ties read(ClusterReads reads, Collection<PodRef> suspects) throws PortException {
    Ties ties = new Ties();
    for (PodRef suspect : suspects) {
      Optional<Pod> pod = reads.pod(suspect.namespace(), suspect.name());
      Optional<ObjectRef> owner =
          pod.filter(found -> found.ref().equals(suspect)).flatMap(Pod::controller);
      if (owner.isPresent()) {
        ties.tie(owner.get(), suspect);
        above(reads, owner.get()).ifPresent(above -> ties.tie(above, suspect));
      }
    }
    return ties;
  }

  /** Only a ReplicaSet has a controller of its own that moves pods too: its Deployment. */
  private static Optional<ObjectRef> above(ClusterReads reads, ObjectRef owner)
      throws PortException {
    return owner.kind().equals("ReplicaSet")
        ? reads.workload(owner).flatMap(Workload::controller)
        : Optional.empty();
  }

  private void tie(ObjectRef workload, PodRef suspect) {
    suspectsOf.computeIfAbsent(workload.uid(), _ -> new HashSet<>()).add(suspect);
  }

  /** The suspects among that workload's pods. */
  Set<PodRef> suspectsOf(ObjectRef workload) {
    return suspectsOf.getOrDefault(workload.uid(), Set.of());
  }
}
