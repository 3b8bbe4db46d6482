package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.FreeRoom;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Suspects;

/**
 * A plan laid beside the live state: who is suspected, what moves, what stays on the nodes to be
 * emptied. Computed once for all rules, from what the plan touches only.
 *
 * @param suspects the suspects that are there
 * @param suspectOwners UIDs of their controllers and of the workloads above these
 * @param cordoned the nodes that the plan cordons
 * @param emptied the nodes that the plan empties
 * @param moves the pods that leave by a step
 * @param staying the running pods of the emptied nodes that no step takes away, without suspects
 */
record Scene(
    Inputs inputs,
    List<Pod> suspects,
    Set<String> suspectOwners,
    List<Node> cordoned,
    List<Node> emptied,
    Moves moves,
    List<Pod> staying) {
  private static final Comparator<Pod> BY_PATH =
      Comparator.comparing((Pod pod) -> pod.ref().namespace())
          .thenComparing(pod -> pod.ref().name());

  /** What the scene was computed from. */
  record Inputs(ClusterSnapshot snapshot, Plan plan, Context context) {}

  static Scene of(ClusterSnapshot snapshot, Plan plan, Context context) {
    List<Pod> suspects = Suspects.present(snapshot, plan.suspects());
    Set<String> owners = new HashSet<>();
    for (Pod suspect : suspects) {
      suspect.controller().ifPresent(owner -> owners.add(owner.uid()));
      snapshot.workloadOf(suspect).ifPresent(top -> owners.add(top.object().uid()));
    }
    List<Node> cordoned = new ArrayList<>();
    List<Node> emptied = new ArrayList<>();
    List<Moved> moved = new ArrayList<>();
    for (Step step : plan.steps()) {
      switch (step) {
        case ContainStep.EditFields edit when edit.purpose() == Purpose.EXPEL ->
            moved.addAll(expelled(snapshot, edit));
        case CaptureStep _, ContainStep _, DisposeStep _ -> {}
        case NodeStep node -> snapshot.node(node.node().name()).ifPresent(cordoned::add);
        case EvacuateStep.EvictPod(var id, var pod, _, _, _) ->
            moved.addAll(moved(snapshot, List.of(pod), id, false));
        case EvacuateStep.RestartRollout(var id, _, _, var leaving) ->
            moved.addAll(moved(snapshot, leaving, id, true));
        case EvacuateStep.ProveNothingNew(_, var node, _) ->
            snapshot.node(node.name()).ifPresent(emptied::add);
      }
    }
    List<Pod> staying = staying(snapshot, emptied, suspects, moved);
    return new Scene(
        new Inputs(snapshot, plan, context),
        suspects,
        owners,
        cordoned,
        emptied,
        Moves.of(moved),
        staying);
  }

  /** What a taint drives away asks no budget. */
  private static List<Moved> expelled(ClusterSnapshot snapshot, ContainStep.EditFields expel) {
    List<Moved> found = new ArrayList<>();
    for (ObjectRef witness : expel.witnesses()) {
      Optional<Pod> pod = snapshot.pod(witness.uid());
      pod.ifPresent(
          p -> found.add(new Moved(p, expel.id(), false, snapshot.workloadOf(p), List.of())));
    }
    return found;
  }

  private static List<Moved> moved(
      ClusterSnapshot snapshot, List<PodRef> pods, StepId step, boolean restarted) {
    List<Moved> found = new ArrayList<>();
    for (PodRef ref : pods) {
      Optional<Pod> pod = snapshot.pod(ref.uid());
      pod.ifPresent(p ->
          found.add(new Moved(p, step, restarted, snapshot.workloadOf(p), snapshot.budgetsOf(p))));
    }
    return found;
  }

  private static List<Pod> staying(
      ClusterSnapshot snapshot, List<Node> emptied, List<Pod> suspects, List<Moved> moved) {
    Set<String> others = new HashSet<>();
    suspects.forEach(pod -> others.add(pod.ref().uid()));
    moved.forEach(m -> others.add(m.pod().ref().uid()));
    List<Pod> staying = new ArrayList<>();
    for (Node node : emptied) {
      for (Pod pod : snapshot.podsOn(node.ref().name())) {
        if (pod.active()
            && pod.status().deleting().isEmpty()
            && !others.contains(pod.ref().uid())) {
          staying.add(pod);
        }
      }
    }
    staying.sort(BY_PATH);
    return staying;
  }

  /** The pods that leave by a step. */
  List<Moved> moved() {
    return moves.all();
  }

  ClusterSnapshot snapshot() {
    return inputs.snapshot();
  }

  Plan plan() {
    return inputs.plan();
  }

  Context context() {
    return inputs.context();
  }

  /** What the nodes still hold that the plan does not empty. */
  FreeRoom freeRoom() {
    return new FreeRoom(
        snapshot(), emptied.stream().map(node -> node.ref().name()).collect(Collectors.toSet()));
  }

  /** Whether the pod is of a suspect's own workload, told by owner UID. */
  boolean siblingOfSuspect(Pod pod) {
    return pod.controller().map(owner -> suspectOwners.contains(owner.uid())).orElse(false)
        || snapshot()
            .workloadOf(pod)
            .map(Workload::object)
            .map(ObjectRef::uid)
            .map(suspectOwners::contains)
            .orElse(false);
  }

  /** The pods by namespace and name. */
  static List<Pod> sorted(Collection<Pod> pods) {
    return pods.stream().sorted(BY_PATH).toList();
  }

  /** The objects of pods, in the pods' order. */
  static List<ObjectRef> objects(Collection<Pod> pods) {
    return pods.stream().map(Pod::object).toList();
  }

  /** The steps that move these pods, each once, in order. */
  static List<StepId> steps(Collection<Moved> moved) {
    return moved.stream()
        .map(Moved::step)
        .distinct()
        .sorted(Comparator.comparingInt(StepId::number))
        .toList();
  }
}
