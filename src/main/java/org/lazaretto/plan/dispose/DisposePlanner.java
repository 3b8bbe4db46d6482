package org.lazaretto.plan.dispose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.model.Propagation;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Suspects;

/** Plans to end the suspects, by UID. Pure. */
public final class DisposePlanner {
  private final ClusterSnapshot snapshot;
  private final Request.Dispose request;
  private final Disposal way;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  private DisposePlanner(ClusterSnapshot snapshot, Request.Dispose request) {
    this.snapshot = snapshot;
    this.request = request;
    this.way = request.way();
  }

  /**
   * First what would bring the suspects back, each owner once and from the top of its chain, then
   * the suspects that are still there. A static pod can be ended by its node alone (T-19).
   *
   * @param running what runs of the suspects, read when the plan is made; needed by the ways that
   *     are about containers alone
   */
  public static PlanResult plan(
      ClusterSnapshot snapshot, Request.Dispose request, List<PodRun> running) {
    DisposePlanner planner = new DisposePlanner(snapshot, request);
    planner.reasons.addAll(Suspects.missing(snapshot, request.suspects()));
    List<Pod> suspects = Suspects.present(snapshot, request.suspects());
    if (request.way().ofContainers()) {
      suspects.forEach(pod -> planner.containers(pod, running));
      planner.unknownNames(running);
    } else {
      suspects.stream().filter(Pod::mirror).forEach(planner::onlyItsNode);
      planner.all(suspects);
    }
    return planner.reasons.isEmpty()
        ? new PlanResult.Planned(Plan.of(snapshot.cluster(), request, planner.steps))
        : new PlanResult.CannotPlan(planner.reasons);
  }

  private void onlyItsNode(Pod pod) {
    reasons.add(
        "Pod "
            + pod.ref().path()
            + " is a static pod: only its node can end it (T-19); leave it out and hand it over.");
  }

  private void all(List<Pod> suspects) {
    Map<String, Workload> owners = new LinkedHashMap<>();
    for (Pod suspect : suspects) {
      snapshot
          .workloadOf(suspect)
          .ifPresent(owner -> owners.putIfAbsent(owner.object().uid(), owner));
    }
    switch (way) {
      case PODS -> suspects.forEach(this::pod);
      case ORPHAN -> {
        owners.values().forEach(this::orphan);
        suspects.forEach(this::pod);
      }
      case FOREGROUND -> {
        owners.values().forEach(this::foreground);
        suspects.stream().filter(this::unowned).forEach(this::pod);
      }
      case SCALE -> {
        owners.values().forEach(this::scale);
        suspects.stream().filter(this::unowned).forEach(this::pod);
      }
      case RESTART, STOP, KILL, REMOVE, PAUSE -> {}
    }
  }

  private void containers(Pod pod, List<PodRun> running) {
    ContainerEndings endings = new ContainerEndings(request, pod);
    Optional<PodRun> run =
        running.stream().filter(each -> each.pod().equals(pod.ref())).findFirst();
    run.ifPresentOrElse(
        now -> now.containers().stream().filter(endings::meant).forEach(c -> one(endings, now, c)),
        () -> {});
    if (run.stream().flatMap(now -> now.containers().stream()).noneMatch(endings::meant)) {
      reasons.add(endings.nothing());
    }
  }

  /** A name that is mistyped would be left out of the plan without a word. */
  private void unknownNames(List<PodRun> running) {
    if (!reasons.isEmpty()) {
      return;
    }
    Set<String> there =
        running.stream()
            .flatMap(run -> run.containers().stream())
            .filter(ContainerRun::running)
            .map(ContainerRun::name)
            .collect(Collectors.toSet());
    request.containers().stream()
        .filter(name -> !there.contains(name))
        .forEach(
            name -> reasons.add("No suspect has a running container of the name " + name + "."));
  }

  private void one(ContainerEndings endings, PodRun now, ContainerRun container) {
    endings
        .step(id(), now, container)
        .ifPresentOrElse(steps::add, () -> reasons.add(endings.impossible(container)));
  }

  private boolean unowned(Pod pod) {
    return snapshot.workloadOf(pod).isEmpty();
  }

  private void pod(Pod pod) {
    ObjectRef owner =
        way == Disposal.ORPHAN
            ? pod.object()
            : snapshot
                .workloadOf(pod)
                .map(Workload::object)
                .or(pod::controller)
                .orElseGet(pod::object);
    steps.add(new DisposeStep.DeletePod(id(), pod.ref(), owner));
  }

  /** Each level loses its owner, or the level below would start pods again. */
  private void orphan(Workload owner) {
    delete(owner.object(), Propagation.ORPHAN, List.of());
    if (owner.kind() == ObservedKind.DEPLOYMENT) {
      snapshot.workloads(ObservedKind.REPLICA_SET).stream()
          .filter(set -> owns(owner, set))
          .sorted(Comparator.comparing(set -> set.object().name()))
          .forEach(set -> delete(set.object(), Propagation.ORPHAN, List.of()));
    }
  }

  private static boolean owns(Workload owner, Workload below) {
    return below.controller().map(ObjectRef::uid).equals(Optional.of(owner.object().uid()));
  }

  private void foreground(Workload owner) {
    delete(owner.object(), Propagation.FOREGROUND, pods(owner));
  }

  private void delete(ObjectRef target, Propagation propagation, List<PodRef> losing) {
    steps.add(new DisposeStep.DeleteOwner(id(), target, propagation, losing));
  }

  private void scale(Workload owner) {
    switch (owner.kind()) {
      case DEPLOYMENT, REPLICA_SET, STATEFUL_SET ->
          steps.add(
              new DisposeStep.ScaleToZero(
                  id(), owner.object(), owner.replicas().desired(), pods(owner)));
      default ->
          reasons.add(
              owner.object().spoken()
                  + " cannot be scaled: a "
                  + owner.object().kind()
                  + " has no replicas; delete it instead.");
    }
  }

  private List<PodRef> pods(Workload owner) {
    return snapshot.podsOf(owner).stream()
        .map(Pod::ref)
        .sorted(Comparator.comparing(PodRef::path))
        .toList();
  }

  private StepId id() {
    return new StepId(steps.size() + 1);
  }
}
