package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.consequence.Consequences;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.evacuate.Evacuation;
import org.lazaretto.ui.desk.Preview;
import org.lazaretto.ui.desk.Preview.Fate;

/** What map and graph show of a plan. */
final class MapPreview {
  private final Map<String, Fate> pods = new HashMap<>();
  private final Set<String> nodes = new HashSet<>();

  private MapPreview() {}

  static Preview of(ClusterSnapshot seen, Plan plan, Optional<Evacuation> evacuation) {
    MapPreview shown = new MapPreview();
    evacuation.ifPresent(shown::stay);
    plan.steps().forEach(step -> shown.step(seen, step));
    return new Preview(shown.pods, shown.nodes, arrivals(seen, plan));
  }

  private void stay(Evacuation evacuation) {
    evacuation.decisions().forEach(decision -> pods.put(decision.pod().ref().uid(), Fate.STAYS));
  }

  private void step(ClusterSnapshot seen, Step step) {
    switch (step) {
      case CaptureStep capture -> pods.put(capture.suspect().uid(), Fate.TOUCHED);
      case NodeStep node -> {
        nodes.add(node.node().name());
        seen.podsOn(node.node().name()).forEach(pod -> stays(pod));
      }
      case EvacuateStep.EvictPod evict -> pods.put(evict.pod().uid(), Fate.MOVES);
      case EvacuateStep.RestartRollout restart -> {
        seen.workload(restart.target().uid()).map(seen::podsOf).orElse(List.of()).stream()
            .map(Pod::ref)
            .map(PodRef::uid)
            .forEach(uid -> pods.put(uid, Fate.TOUCHED));
        restart.leaving().forEach(pod -> pods.put(pod.uid(), Fate.MOVES));
      }
      case EvacuateStep.ProveNothingNew prove -> nodes.add(prove.node().name());
      case DisposeStep dispose ->
          dispose.touching().forEach(pod -> pods.put(pod.uid(), Fate.TOUCHED));
      case ContainStep contain -> {
        touch(seen, contain.target());
        if (contain instanceof ContainStep.EditFields edit && edit.purpose() == Purpose.EXPEL) {
          edit.witnesses().forEach(pod -> pods.put(pod.uid(), Fate.MOVES));
        }
      }
    }
  }

  private void touch(ClusterSnapshot seen, ObjectRef target) {
    if (seen.pod(target.uid()).isPresent()) {
      pods.put(target.uid(), Fate.TOUCHED);
    }
    if (target.kind().equals("Node")) {
      nodes.add(target.name());
      seen.podsOn(target.name()).forEach(pod -> pods.putIfAbsent(pod.ref().uid(), Fate.STAYS));
    }
  }

  private void stays(Pod pod) {
    pods.put(pod.ref().uid(), Fate.STAYS);
  }

  private static Map<String, List<String>> arrivals(ClusterSnapshot seen, Plan plan) {
    Map<String, List<String>> arrivals = new HashMap<>();
    Consequences.likelyPlaces(seen, plan)
        .forEach((uid, node) ->
            arrivals.computeIfAbsent(node, _ -> new ArrayList<>()).add(name(seen, uid)));
    return arrivals;
  }

  private static String name(ClusterSnapshot seen, String uid) {
    Optional<Pod> pod = seen.pod(uid);
    return pod.flatMap(seen::workloadOf)
        .map(Workload::object)
        .or(() -> pod.flatMap(Pod::controller))
        .map(workload -> workload.name())
        .orElse("");
  }
}
