package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.evacuate.Evacuation;
import org.lazaretto.plan.evacuate.PodDecision;
import org.lazaretto.ui.wizard.draft.Draft;

/**
 * A workload with pods on the nodes to be emptied, for which another method may be chosen.
 *
 * @param key {@code namespace/Kind/name}
 * @param workload the workload
 * @param pods how many of its pods stand there
 * @param own the method that was chosen for it; empty if it moves as the others do
 * @param outcome what becomes of its pods as things are, in the planner's words
 */
public record WorkloadChoice(
    String key, ObjectRef workload, int pods, Optional<Method> own, String outcome) {

  /** The workloads for which there is a choice: no suspects, no DaemonSets, no static pods. */
  public static List<WorkloadChoice> of(Evacuation evacuation, Draft draft) {
    Set<String> suspects = new HashSet<>();
    draft.targets().suspects().stream().map(PodRef::uid).forEach(suspects::add);
    Map<ObjectRef, List<PodDecision>> groups = new LinkedHashMap<>();
    for (PodDecision decision : evacuation.decisions()) {
      boolean fixed = decision.pod().mirror() || decision.pod().ofDaemonSet();
      if (decision.pod().active() && !fixed && !suspects.contains(decision.pod().ref().uid())) {
        groups.computeIfAbsent(decision.workload(), _ -> new ArrayList<>()).add(decision);
      }
    }
    List<WorkloadChoice> choices = new ArrayList<>();
    groups.forEach((workload, decisions) -> {
      String key = workload.namespace() + "/" + workload.kind() + "/" + workload.name();
      Optional<Method> own = Optional.ofNullable(draft.moves().perWorkload().get(key));
      choices.add(
          new WorkloadChoice(key, workload, decisions.size(), own, decisions.getFirst().reason()));
    });
    return choices;
  }
}
