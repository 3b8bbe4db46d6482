package org.lazaretto.model;

/**
 * A HorizontalPodAutoscaler: it sets a workload's replicas, whatever a person has set (T-31).
 *
 * @param targetKind the kind that it scales
 * @param targetName the name, in its own namespace
 * @param least the fewest replicas it sets
 * @param most the most replicas it sets
 * @param driver the KEDA ScaledObject that made it; empty if none
 */
public record Autoscaler(
    ObjectRef object, String targetKind, String targetName, int least, int most, String driver)
    implements ClusterObject {
  /** Whether it scales that object. */
  public boolean scales(ObjectRef workload) {
    return workload.namespace().equals(object.namespace())
        && workload.kind().equals(targetKind)
        && workload.name().equals(targetName);
  }

  @Override
  public ObservedKind observedKind() {
    return ObservedKind.HORIZONTAL_POD_AUTOSCALER;
  }
}
