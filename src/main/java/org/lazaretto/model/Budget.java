package org.lazaretto.model;

/**
 * A PodDisruptionBudget.
 *
 * @param disruptionsAllowed evictions that the server would grant now
 * @param healthy {@code status.currentHealthy}
 * @param desiredHealthy {@code status.desiredHealthy}
 * @param expected {@code status.expectedPods}
 * @param evictsUnhealthyAlways whether {@code unhealthyPodEvictionPolicy} is {@code AlwaysAllow}
 */
public record Budget(
    ObjectRef object,
    LabelSelector selector,
    int disruptionsAllowed,
    int healthy,
    int desiredHealthy,
    int expected,
    boolean evictsUnhealthyAlways)
    implements ClusterObject {
  /** Whether it counts the pod. A policy/v1 budget with an empty selector counts every pod. */
  public boolean covers(Pod pod) {
    return object.namespace().equals(pod.ref().namespace()) && selector.matches(pod.labels());
  }

  /**
   * Whether it refuses to let go of a pod because the pod is broken: below its healthy number it
   * keeps even those, unless {@code unhealthyPodEvictionPolicy} is {@code AlwaysAllow}.
   */
  public boolean blocksBroken(Pod pod) {
    return !pod.status().ready() && !evictsUnhealthyAlways && healthy < desiredHealthy;
  }

  @Override
  public ObservedKind observedKind() {
    return ObservedKind.POD_DISRUPTION_BUDGET;
  }
}
