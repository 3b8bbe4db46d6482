package org.lazaretto.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.Pod;

/**
 * The fields of all cells and boxes, an array each. One thread writes, any may read: a reader sees
 * each value whole, the last one at the latest after it drained the mark that followed it.
 */
@SuppressWarnings("ArrayRecordComponent")
record Cells(int slots, int[] state, @Nullable Pod[] pod, int[] namespace, int[] box, int[] pods) {
  static Cells of(int slots, int boxes) {
    int cells = slots * boxes;
    return new Cells(
        slots, new int[cells], new Pod[cells], new int[cells], new int[boxes], new int[boxes]);
  }

  /** How many boxes have room. */
  int boxes() {
    return box.length;
  }

  /** The same with room for that many boxes. */
  Cells grown(int boxes) {
    return new Cells(
        slots,
        Arrays.copyOf(state, boxes * slots),
        Arrays.copyOf(pod, boxes * slots),
        Arrays.copyOf(namespace, boxes * slots),
        Arrays.copyOf(box, boxes),
        Arrays.copyOf(pods, boxes));
  }
}
