package org.lazaretto.consequence;

import java.util.List;
import java.util.OptionalInt;
import org.lazaretto.model.Budget;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Workload;

/**
 * What a workload can still do while a plan moves some of its pods. Computed from live replicas,
 * not measured.
 *
 * @param workload the workload at the top of the owner chain
 * @param restarted whether a rollout restart replaces all of its pods; else the moved are evicted
 * @param moving how many of its pods the plan moves
 * @param leaving how many of those are ready now
 * @param ready how many of its pods are ready now
 * @param left how many of these stay ready while the plan runs
 * @param required how many healthy pods its budgets insist on; 0 without a budget
 * @param allowed how many evictions its tightest budget grants now; empty without a budget, and for
 *     a restart, which asks none
 */
public record Availability(
    ObjectRef workload,
    boolean restarted,
    int moving,
    int leaving,
    int ready,
    int left,
    int required,
    OptionalInt allowed) {

  static Availability of(Scene scene, List<Moved> moved) {
    Workload workload = moved.getFirst().workload().orElseThrow();
    boolean restarted = moved.getFirst().restarted();
    int ready = LastReplica.readyPods(scene, workload);
    int required = LastReplica.heldBackBy(moved);
    int leaving = (int) moved.stream().filter(m -> m.pod().status().ready()).count();
    return new Availability(
        workload.object(),
        restarted,
        moved.size(),
        leaving,
        ready,
        restarted ? whileRolling(workload, ready) : whileEvicted(ready, leaving, required),
        required,
        restarted ? OptionalInt.empty() : granted(moved));
  }

  /** A rolling Deployment starts the new pod first; a StatefulSet deletes one at a time. */
  private static int whileRolling(Workload workload, int ready) {
    boolean surges = workload.rollout().strategy().equals("RollingUpdate");
    boolean deployment = workload.object().kind().equals("Deployment");
    return surges ? (deployment ? ready : ready - 1) : 0;
  }

  /** A budget lets them go one after another. */
  private static int whileEvicted(int ready, int leaving, int required) {
    return Math.max(ready - leaving, Math.min(required, ready));
  }

  private static OptionalInt granted(List<Moved> moved) {
    return moved.stream()
        .flatMap(m -> m.budgets().stream())
        .mapToInt(Budget::disruptionsAllowed)
        .min();
  }
}
