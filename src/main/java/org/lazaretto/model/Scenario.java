package org.lazaretto.model;

import java.time.Duration;
import java.util.List;

/**
 * A training scenario as a player chooses it.
 *
 * @param id such as {@code cryptominer-eks}
 * @param title a few words
 * @param story what the team is told at the start
 * @param length how long an exercise takes
 * @param walkthrough the reference way through it
 */
public record Scenario(
    String id, String title, String story, Duration length, List<WalkthroughStep> walkthrough) {
  /** Copies what it is given. */
  public Scenario {
    walkthrough = List.copyOf(walkthrough);
  }
}
