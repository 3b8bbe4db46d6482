package org.lazaretto.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.consequence.Consequences;
import org.lazaretto.consequence.Context;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;
import org.lazaretto.plan.evacuate.EvacuatePlanner;

/**
 * What an evacuation of a pod's node would find about that pod, before anybody asks for one: as if
 * the node were cordoned already, and as if the pod were the suspect unless another one of its node
 * is. Pure.
 */
final class Foresight {
  private final ClusterSnapshot seen;
  private final List<PodRef> suspects;
  private final Context context;

  Foresight(ClusterSnapshot seen, List<PodRef> suspects, Context context) {
    this.seen = seen;
    this.suspects = suspects;
    this.context = context;
  }

  /** The findings that concern the pod, the gravest first; none while it has no node. */
  List<Finding> about(Pod pod) {
    return pod.node().flatMap(seen::node).map(node -> about(pod, node)).orElse(List.of());
  }

  private List<Finding> about(Pod pod, Node node) {
    List<PodRef> asked = asked(pod, node);
    Request.Evacuate request =
        new Request.Evacuate(
            asked, List.of(node.ref().name()), Usual.METHOD, Map.of(), Usual.DECISIONS);
    ClusterSnapshot cordoned = EvacuatePlanner.asIfCordoned(seen, request);
    Set<String> concerned = concerned(pod, asked.contains(pod.ref()));
    return switch (EvacuatePlanner.plan(cordoned, request)) {
      case PlanResult.CannotPlan _ -> List.of();
      case PlanResult.Planned(var plan) ->
          Consequences.of(cordoned, plan, context).stream()
              .filter(
                  finding -> finding.objects().stream().anyMatch(o -> concerned.contains(o.uid())))
              .toList();
    };
  }

  private List<PodRef> asked(Pod pod, Node node) {
    List<PodRef> there = new ArrayList<>();
    for (Pod other : seen.podsOn(node.ref().name())) {
      if (suspects.contains(other.ref())) {
        there.add(other.ref());
      }
    }
    return there.isEmpty() ? List.of(pod.ref()) : there;
  }

  /** What befalls the siblings of a suspect concerns it: they came by the same hole. */
  private Set<String> concerned(Pod pod, boolean suspect) {
    Set<String> uids = new HashSet<>();
    uids.add(pod.ref().uid());
    pod.controller().map(ObjectRef::uid).ifPresent(uids::add);
    seen.workloadOf(pod).map(Workload::object).map(ObjectRef::uid).ifPresent(uids::add);
    if (suspect) {
      pod.controller()
          .ifPresent(
              owner -> seen.podsOf(owner.uid()).forEach(sibling -> uids.add(sibling.ref().uid())));
    }
    return uids;
  }
}
