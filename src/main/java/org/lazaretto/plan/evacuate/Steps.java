package org.lazaretto.plan.evacuate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** Turns decisions into ordered steps. */
final class Steps {
  private final ClusterSnapshot snapshot;
  private final Drains drains;
  private final List<Step> steps = new ArrayList<>();

  private Steps(ClusterSnapshot snapshot, Drains drains) {
    this.snapshot = snapshot;
    this.drains = drains;
  }

  static List<Step> of(ClusterSnapshot snapshot, Evacuation evacuation) {
    Steps all = new Steps(snapshot, new Drains(evacuation.decisions()));
    all.move(evacuation.moving().stream().filter(d -> d.method() != Request.Method.TAINT).toList());
    evacuation.nodes().forEach(node -> all.expel(node, evacuation.decisions()));
    evacuation.nodes().forEach(node -> all.prove(node, evacuation.decisions()));
    return List.copyOf(all.steps);
  }

  /** One pod of each workload in turn: consecutive evictions seldom ask the same budget. */
  private void move(List<PodDecision> moving) {
    Map<String, Deque<PodDecision>> byWorkload = new TreeMap<>();
    for (PodDecision decision : moving) {
      String key = Methods.key(decision.workload());
      byWorkload.computeIfAbsent(key, k -> new ArrayDeque<>()).add(decision);
    }
    Collection<Deque<PodDecision>> queues = byWorkload.values();
    while (!queues.isEmpty()) {
      queues.forEach(this::next);
      queues.removeIf(Deque::isEmpty);
    }
  }

  private void next(Deque<PodDecision> queue) {
    PodDecision first = queue.getFirst();
    if (first.method() == Request.Method.RESTART) {
      restart(first.workload(), queue.stream().map(d -> d.pod().ref()).toList());
      queue.clear();
    } else {
      queue.removeFirst();
      steps.add(
          new EvacuateStep.EvictPod(
              id(), first.pod().ref(), first.node(), first.workload(), drains.of(first)));
    }
  }

  private void restart(ObjectRef workload, List<PodRef> leaving) {
    String former =
        snapshot.workload(workload.uid()).map(w -> w.rollout().restartedAt()).orElse("");
    steps.add(new EvacuateStep.RestartRollout(id(), workload, former, leaving));
  }

  /** First everything that is to stay is made to stand the taint, then the node is tainted. */
  private void expel(Node node, List<PodDecision> decisions) {
    List<PodDecision> here =
        decisions.stream().filter(decision -> decision.node().equals(node.ref())).toList();
    List<PodDecision> leaving =
        here.stream()
            .filter(decision -> decision.fate() == PodDecision.Fate.MOVE)
            .filter(decision -> decision.method() == Request.Method.TAINT)
            .toList();
    if (leaving.isEmpty()) {
      return;
    }
    here.stream()
        .filter(decision -> decision.fate() != PodDecision.Fate.MOVE)
        .map(PodDecision::pod)
        .filter(Expulsion::deletes)
        .forEach(pod -> edit(pod.object(), Purpose.TOLERATE, Expulsion.tolerated(), List.of()));
    edit(
        node.object(),
        Purpose.EXPEL,
        Expulsion.tainted(),
        leaving.stream().map(decision -> decision.pod().object()).toList());
  }

  private void edit(ObjectRef target, Purpose purpose, FieldEdit edit, List<ObjectRef> witnesses) {
    steps.add(new ContainStep.EditFields(id(), target, purpose, List.of(edit), witnesses));
  }

  private void prove(Node node, List<PodDecision> decisions) {
    List<String> there =
        decisions.stream()
            .filter(decision -> decision.node().equals(node.ref()))
            .map(decision -> decision.pod().ref().uid())
            .toList();
    steps.add(new EvacuateStep.ProveNothingNew(id(), node.ref(), there));
  }

  private StepId id() {
    return new StepId(steps.size() + 1);
  }
}
