package org.lazaretto.plan.evacuate;

import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Rollout;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.evacuate.PodDecision.Fate;

/** Decides about one pod after the other. The first rule that speaks about a pod has decided. */
final class Rules {
  private static final String IT = "It";
  private static final String KUBE_SYSTEM = "kube-system";

  /** What keeps a pod, in words for a table and for a person. */
  record Obstacle(Ground ground, String said) {}

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
    return decide(pod, node, methods.of(kinship.workload(pod)));
  }

  PodDecision decide(Pod pod, NodeRef node, Request.Method method) {
    ObjectRef workload = kinship.workload(pod);
    Optional<Obstacle> stays =
        alwaysStays(pod).or(() -> staysUnlessDecided(pod, method)).or(() -> leftOut(pod, method));
    Optional<Obstacle> cannot = stays.isPresent() ? stays : cannot(pod, workload, method);
    Fate fate = stays.isPresent() ? Fate.STAY : cannot.isPresent() ? Fate.CANNOT : Fate.MOVE;
    return new PodDecision(
        pod,
        node,
        workload,
        method,
        fate,
        cannot.map(Obstacle::ground),
        cannot.map(Obstacle::said).orElseGet(() -> waits(pod, method)));
  }

  Optional<Obstacle> alwaysStays(Pod pod) {
    if (kinship.isSuspect(pod)) {
      return obstacle(Ground.SUSPECT, "It is a suspect.");
    }
    if (!pod.active()) {
      return obstacle(Ground.ENDED, "It has ended; nothing of it runs.");
    }
    if (pod.status().deleting().isPresent()) {
      return obstacle(Ground.LEAVING, "It is being deleted already.");
    }
    if (pod.mirror()) {
      return obstacle(Ground.MIRROR, "It is a static pod: only its node can remove it.");
    }
    if (pod.ofDaemonSet()) {
      return obstacle(Ground.DAEMON_SET, "Its DaemonSet would put it back on the node at once.");
    }
    return Optional.empty();
  }

  private Optional<Obstacle> staysUnlessDecided(Pod pod, Request.Method method) {
    Optional<String> sibling = kinship.suspectBeside(pod);
    if (sibling.isPresent() && !decided.siblings()) {
      return obstacle(Ground.SIBLING, "It is of the workload of suspect " + sibling.get() + ".");
    }
    if (method == Request.Method.KEEP) {
      return obstacle(Ground.KEPT, "Its workload is kept where it is, as was asked for.");
    }
    if (pod.ref().namespace().equals(KUBE_SYSTEM) && !decided.kubeSystem()) {
      return obstacle(
          Ground.KUBE_SYSTEM, "It is of kube-system, which stays unless decided otherwise.");
    }
    if (pod.controller().isEmpty() && !decided.bare()) {
      return obstacle(Ground.BARE, "It has no controller: nothing would bring it back.");
    }
    if (pod.shape().volumes().emptyDir() && !decided.emptyDir()) {
      return obstacle(Ground.EMPTY_DIR, "It has an emptyDir, whose content would be lost.");
    }
    return Optional.empty();
  }

  private static Optional<Obstacle> leftOut(Pod pod, Request.Method method) {
    return method == Request.Method.DRAIN && pod.labels().containsKey(Quarantine.KEY)
        ? obstacle(
            Ground.LABELLED,
            "It carries the label " + Quarantine.KEY + ", which the drain's selector leaves out.")
        : Optional.empty();
  }

  private Optional<Obstacle> cannot(Pod pod, ObjectRef workload, Request.Method method) {
    return switch (method) {
      case RESTART -> noRestart(pod, workload);
      case TAINT ->
          Expulsion.deletes(pod)
              ? Optional.empty()
              : obstacle(
                  Ground.TOLERATES, "It tolerates the taint for ever, so the taint leaves it.");
      case EVICT, DRAIN, KEEP -> Optional.empty();
    };
  }

  private Optional<Obstacle> noRestart(Pod pod, ObjectRef workload) {
    Optional<Workload> known = snapshot.workload(workload.uid());
    if (kinship.suspectBeside(pod).isPresent()) {
      return obstacle(Ground.BESIDE_SUSPECT, "A restart would replace the suspect as well.");
    }
    boolean rolls =
        known
            .map(Workload::kind)
            .filter(k -> k == ObservedKind.DEPLOYMENT || k == ObservedKind.STATEFUL_SET)
            .isPresent();
    if (!rolls) {
      return obstacle(
          workload.kind().equals("Job") ? Ground.JOB : Ground.NO_ROLLOUT,
          "A " + workload.kind() + " has no rollout to restart; evict it.");
    }
    Rollout rollout = known.orElseThrow().rollout();
    if (rollout.paused()) {
      return obstacle(Ground.PAUSED, "Its Deployment is paused, and a restart of it is refused.");
    }
    if (rollout.strategy().equals("OnDelete")) {
      return obstacle(
          Ground.ON_DELETE, "Its update strategy is OnDelete: a restart would change nothing.");
    }
    return Optional.empty();
  }

  private static Optional<Obstacle> obstacle(Ground ground, String said) {
    return Optional.of(new Obstacle(ground, said));
  }

  /** How it moves; an eviction that a budget refuses now begins with waiting for it. */
  private String waits(Pod pod, Request.Method method) {
    String first = refusal(pod, method);
    String then = moves(pod, method);
    return first.isEmpty() ? then : first + " Then it" + then.substring(IT.length());
  }

  private String refusal(Pod pod, Request.Method method) {
    Optional<Ground> refusal =
        BudgetsNow.ask(method) ? new BudgetsNow(snapshot).refusal(pod) : Optional.empty();
    return switch (refusal.orElse(Ground.UNSEEN)) {
      case BUDGET -> "Its budget allows no eviction now, and is asked again until it does.";
      case BUDGET_OF_ALL ->
          "Its budget requires every pod, and refuses until the workload is scaled up.";
      case BROKEN -> "It is not ready, and its budget refuses until enough others are.";
      case TWO_BUDGETS -> "Two budgets cover it, and its eviction fails until one is removed.";
      default -> "";
    };
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
