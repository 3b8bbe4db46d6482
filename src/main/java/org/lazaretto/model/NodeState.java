package org.lazaretto.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a node is, by its conditions and by what autoscalers read on it.
 *
 * @param ready whether the condition {@code Ready} is true; unknown is not ready
 * @param since when that last changed; empty if the node does not say
 * @param pressures its other conditions that are true, such as {@code DiskPressure}
 * @param notes those of its annotations that autoscalers read, by key
 */
public record NodeState(
    boolean ready, Optional<Instant> since, List<String> pressures, Map<String, String> notes) {
  /** The prefixes of the annotations that are kept. */
  public static final List<String> READ_BY_AUTOSCALERS =
      List.of("cluster-autoscaler.kubernetes.io/", "karpenter.sh/");

  /** Copies what it is given. */
  public NodeState {
    pressures = List.copyOf(pressures);
    notes = Map.copyOf(notes);
  }

  /** Nothing known but this. */
  public static NodeState of(boolean ready) {
    return new NodeState(ready, Optional.empty(), List.of(), Map.of());
  }
}
