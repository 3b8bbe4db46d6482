package org.lazaretto.graph;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lazaretto.model.Pod;

/**
 * What the responder has put on the map.
 *
 * @param suspects UIDs of pods that are marked; they stay lit in every filter
 * @param captured UIDs of pods and nodes of which evidence was taken
 * @param lit which pods stay lit; empty if nothing is dimmed
 * @param preview what a plan will do
 */
public record MapMarks(
    Set<String> suspects, Set<String> captured, Optional<Predicate<Pod>> lit, PlanPreview preview) {
  /** Nothing yet. */
  public static final MapMarks NONE =
      new MapMarks(Set.of(), Set.of(), Optional.empty(), PlanPreview.NONE);

  /** Copies what it is given. */
  public MapMarks {
    suspects = Set.copyOf(suspects);
    captured = Set.copyOf(captured);
  }

  /** The same with other suspects. */
  public MapMarks withSuspects(Set<String> uids) {
    return new MapMarks(uids, captured, lit, preview);
  }

  /** The same with other evidence. */
  public MapMarks withCaptured(Set<String> uids) {
    return new MapMarks(suspects, uids, lit, preview);
  }

  /** The same with other light. */
  public MapMarks withLit(Optional<Predicate<Pod>> which) {
    return new MapMarks(suspects, captured, which, preview);
  }

  /** The same with another plan. */
  public MapMarks withPreview(PlanPreview plan) {
    return new MapMarks(suspects, captured, lit, plan);
  }
}
