package org.lazaretto.ui.wizard.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.evacuate.Evacuation;
import org.lazaretto.plan.evacuate.PodDecision;

/**
 * How many pods of the nodes each named decision is about (T-13). A pod may be of several sorts.
 *
 * @param emptyDir with an emptyDir
 * @param bare without a controller
 * @param kubeSystem of {@code kube-system}
 * @param siblings of a suspect's own workload
 */
public record Doubtful(int emptyDir, int bare, int kubeSystem, int siblings) {
  /** Nothing to decide. */
  static final Doubtful NONE = new Doubtful(0, 0, 0, 0);

  static Doubtful of(ClusterSnapshot seen, List<PodRef> suspects, Evacuation evacuation) {
    Set<String> uids = new HashSet<>();
    Set<String> owners = new HashSet<>();
    for (PodRef suspect : suspects) {
      uids.add(suspect.uid());
      Optional<Pod> pod = seen.pod(suspect.uid());
      pod.flatMap(seen::workloadOf)
          .map(Workload::object)
          .map(ObjectRef::uid)
          .ifPresent(owners::add);
    }
    int emptyDir = 0;
    int bare = 0;
    int kubeSystem = 0;
    int siblings = 0;
    for (PodDecision decision : evacuation.decisions()) {
      Pod pod = decision.pod();
      if (!pod.active() || pod.mirror() || pod.ofDaemonSet() || uids.contains(pod.ref().uid())) {
        continue;
      }
      boolean sibling = owners.contains(decision.workload().uid());
      siblings += sibling ? 1 : 0;
      emptyDir += pod.shape().volumes().emptyDir() && !sibling ? 1 : 0;
      bare += pod.controller().isEmpty() ? 1 : 0;
      kubeSystem += pod.ref().namespace().equals("kube-system") ? 1 : 0;
    }
    return new Doubtful(emptyDir, bare, kubeSystem, siblings);
  }
}
