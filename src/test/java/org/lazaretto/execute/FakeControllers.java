package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.lazaretto.model.Budget;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodStatus;
import org.lazaretto.model.Replicas;
import org.lazaretto.model.Rollout;
import org.lazaretto.model.Workload;

/**
 * What a cluster in memory is, and controllers of a sort: an evicted pod ends after {@link
 * #termination}, its replacement is ready on {@code node-b2} after {@link #startup}.
 */
abstract class FakeControllers {
  Duration termination = Duration.ofSeconds(2);
  Duration startup = Duration.ofSeconds(3);
  String replacementNode = "node-b2";

  private final HandTime time;
  private final TreeMap<Instant, List<Runnable>> events = new TreeMap<>();
  private ClusterSnapshot state;
  private int born;

  FakeControllers(HandTime time, ClusterSnapshot state) {
    this.time = time;
    this.state = state;
  }

  /** The cluster as it is now. */
  synchronized ClusterSnapshot now() {
    Instant now = time.instant();
    while (!events.isEmpty() && !events.firstKey().isAfter(now)) {
      events.pollFirstEntry().getValue().forEach(Runnable::run);
    }
    return state;
  }

  /** Does that once so much time has passed. */
  synchronized void after(Duration delay, Runnable event) {
    events.computeIfAbsent(time.instant().plus(delay), _ -> new ArrayList<>()).add(event);
  }

  synchronized void change(UnaryOperator<ClusterSnapshot> change) {
    state = change.apply(now());
  }

  /** The pod ends, and its controller makes another one. */
  synchronized void leave(Pod pod, List<Budget> budgets) {
    if (now().pod(pod.ref().uid()).map(p -> p.status().deleting().isPresent()).orElse(true)) {
      return;
    }
    change(s -> s.with(List.of(with(pod, false, Optional.of(time.instant())))));
    after(termination, () -> state = state.without(ObservedKind.POD, List.of(pod.ref().uid())));
    Optional<Workload> workload = now().workloadOf(pod);
    if (workload.isEmpty() || workload.get().kind() == ObservedKind.JOB) {
      return;
    }
    ObjectRef owner = workload.get().object();
    ready(owner, -1);
    boolean sameName = workload.get().kind() == ObservedKind.STATEFUL_SET;
    after(
        termination.plus(startup),
        () -> {
          born++;
          String name = sameName ? pod.ref().name() : pod.ref().name() + "-r" + born;
          PodRef ref = new PodRef(pod.ref().namespace(), name, "uid-born-" + born);
          state = state.with(List.of(replacement(pod, ref)));
          ready(owner, 1);
          budgets.forEach(budget -> allow(budget.object().uid(), 1));
        });
  }

  private Pod replacement(Pod pod, PodRef ref) {
    return new Pod(
        ref,
        Optional.of(replacementNode),
        with(pod, true, Optional.empty()).status(),
        pod.shape(),
        pod.controller(),
        pod.labels(),
        false);
  }

  private void ready(ObjectRef owner, int more) {
    Workload old = state.workload(owner.uid()).orElseThrow();
    Replicas r = old.replicas();
    workload(
        old,
        new Replicas(r.desired(), r.ready() + more, r.available() + more, r.updated()),
        old.rollout());
  }

  private void workload(Workload old, Replicas replicas, Rollout rollout) {
    state = state.with(List.of(with(old, replicas, rollout)));
  }

  final void allow(String budgetUid, int more) {
    Map<String, Budget> all = new TreeMap<>();
    state.pods().forEach(pod -> state.budgetsOf(pod).forEach(b -> all.put(b.object().uid(), b)));
    Budget b = all.get(budgetUid);
    if (b != null) {
      state = state.with(List.of(allowing(b, b.disruptionsAllowed() + more)));
    }
  }

  final void roll(ObjectRef ref, String stamp) {
    Workload old = now().workload(ref.uid()).orElseThrow();
    workload(old, old.replicas(), new Rollout(old.rollout().strategy(), false, stamp, false));
    now().podsOf(old).forEach(pod -> leave(pod, List.of()));
    after(
        termination.plus(startup).plusMillis(1),
        () -> {
          Workload now = state.workload(ref.uid()).orElseThrow();
          workload(now, now.replicas(), new Rollout(now.rollout().strategy(), false, stamp, true));
        });
  }

  static Pod with(Pod pod, boolean ready, Optional<Instant> deleting) {
    PodStatus old = pod.status();
    PodStatus status =
        new PodStatus(old.phase(), ready, old.created(), deleting, old.podIp(), old.containers());
    return new Pod(
        pod.ref(), pod.node(), status, pod.shape(), pod.controller(), pod.labels(), pod.mirror());
  }

  static Budget allowing(Budget b, int allowed) {
    return new Budget(
        b.object(),
        b.selector(),
        allowed,
        b.healthy(),
        b.desiredHealthy(),
        b.expected(),
        b.evictsUnhealthyAlways());
  }

  static Workload withReady(Workload w, int ready) {
    Replicas r = w.replicas();
    return with(w, new Replicas(r.desired(), ready, ready, r.updated()), w.rollout());
  }

  private static Workload with(Workload old, Replicas replicas, Rollout rollout) {
    return new Workload(
        old.object(),
        old.kind(),
        replicas,
        old.selector(),
        old.template(),
        rollout,
        old.controller());
  }
}
