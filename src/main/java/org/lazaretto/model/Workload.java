package org.lazaretto.model;

import java.util.Optional;

/**
 * A Deployment, ReplicaSet, StatefulSet, DaemonSet or Job.
 *
 * @param kind which of them
 * @param selector which pods it counts as its own
 * @param template the shape of the pods it makes
 * @param rollout how it replaces them
 * @param controller the workload above it, such as the Deployment of a ReplicaSet
 */
public record Workload(
    ObjectRef object,
    ObservedKind kind,
    Replicas replicas,
    LabelSelector selector,
    PodShape template,
    Rollout rollout,
    Optional<ObjectRef> controller)
    implements ClusterObject {
  @Override
  public ObservedKind observedKind() {
    return kind;
  }
}
