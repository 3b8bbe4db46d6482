package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-44: a workload loses its last ready pod until its replacement is ready. */
final class LastReplica implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<ObjectRef> emptied = new ArrayList<>();
    List<Moved> causes = new ArrayList<>();
    scene
        .moves()
        .byWorkload()
        .forEach((key, moved) -> {
          Workload workload = moved.getFirst().workload().orElseThrow();
          if (losesAll(scene, workload, moved)) {
            emptied.add(workload.object());
            causes.addAll(moved);
          }
        });
    int n = emptied.size();
    return n == 0
        ? List.of()
        : List.of(
            new Finding(
                "T-44",
                Severity.STOP,
                emptied,
                Scene.steps(causes),
                Words.count(n, "workload", " ")
                    + Words.form(n, "has", "have")
                    + " no ready pod besides those that move, counted now, and no budget that"
                    + " makes them go one after another: no request is answered until a"
                    + " replacement is ready.",
                "Scale it up and wait until a pod elsewhere is ready, or keep it where it is."));
  }

  private static boolean losesAll(Scene scene, Workload workload, List<Moved> moved) {
    if (moved.getFirst().restarted()) {
      return !keepsOneWhileRolling(workload);
    }
    int ready = readyPods(scene, workload);
    int leaving = (int) moved.stream().filter(m -> m.pod().status().ready()).count();
    return ready > 0 && ready - leaving <= 0 && heldBackBy(moved) < 1;
  }

  /** A rolling Deployment starts the new pod first; a StatefulSet deletes one at a time. */
  private static boolean keepsOneWhileRolling(Workload workload) {
    boolean rolling = workload.rollout().strategy().equals("RollingUpdate");
    return switch (workload.kind()) {
      case DEPLOYMENT -> rolling;
      case STATEFUL_SET -> rolling && workload.replicas().ready() > 1;
      default -> false;
    };
  }

  static int readyPods(Scene scene, Workload workload) {
    int ready = 0;
    for (Pod pod : scene.snapshot().podsOf(workload)) {
      ready += pod.status().ready() && pod.status().deleting().isEmpty() ? 1 : 0;
    }
    return ready;
  }

  /** How many healthy pods the budgets of these pods insist on; 0 without a budget. */
  static int heldBackBy(List<Moved> moved) {
    return moved.stream()
        .mapToInt(
            m -> m.budgets().stream().mapToInt(budget -> budget.desiredHealthy()).max().orElse(0))
        .min()
        .orElse(0);
  }
}
