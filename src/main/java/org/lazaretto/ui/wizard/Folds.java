package org.lazaretto.ui.wizard;

import java.util.HashMap;
import java.util.Map;

/** Which headings are unfolded. It outlives the page, so that going back finds it as it was. */
final class Folds {
  /** That many are read at a glance, and need no fold. */
  private static final int FEW = 4;

  private final Map<String, Boolean> open = new HashMap<>();

  /**
   * Whether that heading is unfolded. One that is new is unfolded where there is little to read in
   * all; from then on only the responder folds and unfolds it.
   *
   * @param all how much stands under all headings
   */
  boolean open(String key, int all) {
    return open.computeIfAbsent(key, _ -> all <= FEW);
  }

  /** Folds or unfolds it. */
  void set(String key, boolean unfolded) {
    open.put(key, unfolded);
  }
}
