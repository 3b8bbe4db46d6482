package org.lazaretto.observe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the object of a node or a workload says beyond what is observed of all of them. All texts
 * are hostile input.
 *
 * @param created when the API server created it
 * @param conditions in the order of the status
 * @param system what a node's machine runs, such as its kernel; empty for a workload
 * @param annotations as the object has them
 */
public record ObjectFacts(
    Optional<Instant> created,
    List<Condition> conditions,
    List<String> system,
    Map<String, String> annotations) {
  /** Copies what it is given. */
  public ObjectFacts {
    conditions = List.copyOf(conditions);
    system = List.copyOf(system);
    annotations = Map.copyOf(annotations);
  }
}
