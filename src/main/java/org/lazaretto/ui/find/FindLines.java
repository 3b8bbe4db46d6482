package org.lazaretto.ui.find;

import java.util.List;
import org.lazaretto.find.Flag;
import org.lazaretto.find.Pivot;
import org.lazaretto.model.PodRef;

/**
 * What the left pane says at one moment.
 *
 * @param flagged how many pods have a flag that marks them
 * @param loading whether nothing has been counted yet
 */
record FindLines(
    List<Suspect> suspects,
    List<Flagged> flags,
    int flagged,
    List<Same> pivots,
    List<Namespace> namespaces,
    boolean loading) {
  /** Before anything has been counted. */
  static final FindLines NOTHING =
      new FindLines(List.of(), List.of(), 0, List.of(), List.of(), true);

  /** A suspect; one that has gone stays, because the case is about it. */
  record Suspect(PodRef pod, boolean gone, boolean selected) {}

  /** A flag, how many pods have it, and whether the picture is narrowed to it. */
  record Flagged(Flag flag, int pods, boolean active) {}

  /** What pods share with the suspects, and whether the picture is narrowed to it. */
  record Same(Pivot pivot, boolean active) {}

  /** A namespace, how many pods it has, and whether it is shown. */
  record Namespace(String name, int pods, boolean shown) {}
}
