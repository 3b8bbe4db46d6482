package org.lazaretto.model;

import java.util.List;
import java.util.Map;

/** A node: where pods run, and what keeps new ones away. */
public record Node(
    NodeRef ref,
    boolean unschedulable,
    NodeState state,
    List<Taint> taints,
    Map<String, String> labels,
    Capacity allocatable,
    NodeSystem system)
    implements ClusterObject {
  private static final String ZONE = "topology.kubernetes.io/zone";

  /** Copies what it is given. */
  public Node {
    taints = List.copyOf(taints);
    labels = Map.copyOf(labels);
  }

  /** A node of which no more is known than whether it is ready. */
  public Node(
      NodeRef ref,
      boolean unschedulable,
      boolean ready,
      List<Taint> taints,
      Map<String, String> labels,
      Capacity allocatable,
      NodeSystem system) {
    this(ref, unschedulable, NodeState.of(ready), taints, labels, allocatable, system);
  }

  /** Whether its condition {@code Ready} is true. */
  public boolean ready() {
    return state.ready();
  }

  /** The topology zone, or {@code unknown zone}. */
  public String zone() {
    return labels.getOrDefault(ZONE, "unknown zone");
  }

  /** The same node with another value of {@code spec.unschedulable}. */
  public Node withUnschedulable(boolean value) {
    return new Node(ref, value, state, taints, labels, allocatable, system);
  }

  @Override
  public ObjectRef object() {
    return ref.object();
  }

  @Override
  public ObservedKind observedKind() {
    return ObservedKind.NODE;
  }
}
