package org.lazaretto.plan.evacuate;

import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.evacuate.PodDecision.Fate;

/** Decides about one pod after the other. The first rule that speaks about a pod has decided. */
final class Rules {
  private static final String KUBE_SYSTEM = "kube-system";

  private final ClusterSnapshot snapshot;
  private final Request.Decisions decided;
  private final Methods methods;
  private final Kinship kinship;

  Rules(ClusterSnapshot snapshot, Request.Decisions decided, Methods methods, Kinship kinship) {
    this.snapshot = snapshot;
    this.decided = decided;
    this.methods = methods;
    this.kinship = kinship;
  }

  PodDecision decide(Pod pod, NodeRef node) {
    ObjectRef workload = kinship.workload(pod);
    Request.Method method = methods.of(workload);
    Optional<String> stays = alwaysStays(pod).or(() -> staysUnlessDecided(pod, method));
    if (stays.isPresent()) {
      return new PodDecision(pod, node, workload, method, Fate.STAY, stays.get());
    }
    Optional<String> cannot =
        method == Request.Method.RESTART ? noRestart(pod, workload) : Optional.empty();
    Fate fate = cannot.isPresent() ? Fate.CANNOT : Fate.MOVE;
    String reason = cannot.orElseGet(() -> moves(pod, method));
    return new PodDecision(pod, node, workload, method, fate, reason);
  }

  private Optional<String> alwaysStays(Pod pod) {
    if (kinship.isSuspect(pod)) {
      return Optional.of("It is a suspect.");
    }
    if (!pod.active()) {
      return Optional.of("It has ended; nothing of it runs.");
    }
    if (pod.status().deleting().isPresent()) {
      return Optional.of("It is being deleted already.");
    }
    if (pod.mirror()) {
      return Optional.of("It is a static pod: only its node can remove it.");
    }
    if (pod.ofDaemonSet()) {
      return Optional.of("Its DaemonSet would put it back on the node at once.");
    }
    return Optional.empty();
  }

  private Optional<String> staysUnlessDecided(Pod pod, Request.Method method) {
    Optional<String> sibling = kinship.suspectBeside(pod);
    if (sibling.isPresent() && !decided.siblings()) {
      return Optional.of("It is of the workload of suspect " + sibling.get() + ".");
    }
    if (method == Request.Method.KEEP) {
      return Optional.of("Its workload is kept where it is, as was asked for.");
    }
    if (pod.ref().namespace().equals(KUBE_SYSTEM) && !decided.kubeSystem()) {
      return Optional.of("It is of kube-system, which stays unless decided otherwise.");
    }
    if (pod.controller().isEmpty() && !decided.bare()) {
      return Optional.of("It has no controller: nothing would bring it back.");
    }
    if (pod.shape().volumes().emptyDir() && !decided.emptyDir()) {
      return Optional.of("It has an emptyDir, whose content would be lost.");
    }
    return Optional.empty();
  }

  private Optional<String> noRestart(Pod pod, ObjectRef workload) {
    Optional<Workload> known = snapshot.workload(workload.uid());
    if (kinship.suspectBeside(pod).isPresent()) {
      return Optional.of("A restart would replace the suspect as well.");
    }
    if (known.isEmpty()) {
      return Optional.of("A " + workload.kind() + " has no rollout to restart; evict it.");
    }
    boolean rolls =
        known.get().kind() == ObservedKind.DEPLOYMENT
            || known.get().kind() == ObservedKind.STATEFUL_SET;
    if (!rolls) {
      return Optional.of("A " + workload.kind() + " has no rollout to restart; evict it.");
    }
    if (known.get().rollout().paused()) {
      return Optional.of("Its Deployment is paused, and a restart of it is refused.");
    }
    if (known.get().rollout().strategy().equals("OnDelete")) {
      return Optional.of("Its update strategy is OnDelete: a restart would change nothing.");
    }
    return Optional.empty();
  }

  private static String moves(Pod pod, Request.Method method) {
    if (method == Request.Method.TAINT) {
      return "The taint deletes it, whatever its budgets say (T-17).";
    }
    if (method == Request.Method.RESTART) {
      return "The restart of its workload replaces it.";
    }
    if (pod.controller().isEmpty()) {
      return "It is evicted for good: nothing brings it back.";
    }
    if (pod.controller().get().kind().equals("Job")) {
      return "It is evicted; its Job starts the work again from the beginning.";
    }
    return "It is evicted; its controller makes another one elsewhere.";
  }
}
