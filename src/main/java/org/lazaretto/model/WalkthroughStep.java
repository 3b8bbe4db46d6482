package org.lazaretto.model;

import java.util.Map;

/**
 * One step of a scenario's reference walkthrough.
 *
 * @param action {@code mark}, {@code freeze}, {@code order}, a wizard such as {@code cordon} or
 *     {@code recover}, or {@code report}
 * @param options the action's settings, such as {@code workload} and {@code reason} of a mark
 */
public record WalkthroughStep(String action, Map<String, String> options) {
  /** Copies what it is given. */
  public WalkthroughStep {
    options = Map.copyOf(options);
  }
}
