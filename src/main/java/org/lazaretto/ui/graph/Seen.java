package org.lazaretto.ui.graph;

import java.util.Set;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.ui.desk.Dimming;
import org.lazaretto.ui.desk.Preview;

/**
 * All that a picture is made of: immutable, so that a worker can read it.
 *
 * @param suspects UIDs of pods
 * @param captured UIDs of objects of which evidence was taken
 * @param dimming which pods are lit
 * @param preview what the plan in the drawer will do
 */
record Seen(
    ClusterSnapshot snapshot,
    Set<String> suspects,
    Set<String> captured,
    Dimming dimming,
    Preview preview) {
  /** Copies what it is given. */
  Seen {
    suspects = Set.copyOf(suspects);
    captured = Set.copyOf(captured);
  }
}
