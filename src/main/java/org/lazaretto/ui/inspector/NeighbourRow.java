package org.lazaretto.ui.inspector;

import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;

/** One row of the list of neighbours. */
sealed interface NeighbourRow {
  /**
   * What the rows below it have in common.
   *
   * @param what a key of the texts
   * @param count how many there are
   * @param folded whether they are left out
   */
  record Heading(String what, int count, boolean folded) implements NeighbourRow {}

  /** A pod. */
  record OfPod(Pod pod, boolean suspect) implements NeighbourRow {}

  /** A service; whether it leads to the pod that is shown. */
  record OfService(ServiceEntry service, boolean leadsHere) implements NeighbourRow {}
}
