package org.lazaretto.model;

import java.util.List;
import java.util.Map;

/**
 * Where a pod may run and what it asks for.
 *
 * @param nodeSelector labels a node must carry
 * @param tolerations taints it stands
 * @param requests what the scheduler reserves for it
 * @param furtherRules whether affinity or spread rules exist that are not modelled here
 */
public record Placement(
    Map<String, String> nodeSelector,
    List<Toleration> tolerations,
    Capacity requests,
    boolean furtherRules) {
  /** Anywhere, asking for nothing. */
  public static final Placement ANYWHERE =
      new Placement(Map.of(), List.of(), new Capacity(0, 0, 1), false);

  /** Copies what it is given. */
  public Placement {
    nodeSelector = Map.copyOf(nodeSelector);
    tolerations = List.copyOf(tolerations);
  }

  /** Whether the node's labels and taints admit it; capacity is not looked at. */
  public boolean admittedBy(Node node) {
    return node.labels().entrySet().containsAll(nodeSelector.entrySet())
        && node.taints().stream()
            .filter(taint -> !taint.effect().equals("PreferNoSchedule"))
            .allMatch(taint -> tolerations.stream().anyMatch(t -> t.tolerates(taint)));
  }
}
