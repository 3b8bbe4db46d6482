package org.lazaretto.model;

import java.util.List;
import java.util.Optional;

/**
 * A Deployment, ReplicaSet, StatefulSet, DaemonSet or Job.
 *
 * @param kind which of them
 * @param selector which pods it counts as its own
 * @param template the shape of the pods it makes
 * @param rollout how it replaces them
 * @param origin what is above it, and which tools set it back
 */
public record Workload(
    ObjectRef object,
    ObservedKind kind,
    Replicas replicas,
    LabelSelector selector,
    PodShape template,
    Rollout rollout,
    Origin origin)
    implements ClusterObject {
  /** A workload that no tool sets back. */
  public Workload(
      ObjectRef object,
      ObservedKind kind,
      Replicas replicas,
      LabelSelector selector,
      PodShape template,
      Rollout rollout,
      Optional<ObjectRef> controller) {
    this(object, kind, replicas, selector, template, rollout, new Origin(controller, List.of()));
  }

  /** The workload above it, such as the Deployment of a ReplicaSet. */
  public Optional<ObjectRef> controller() {
    return origin.controller();
  }

  @Override
  public ObservedKind observedKind() {
    return kind;
  }
}
