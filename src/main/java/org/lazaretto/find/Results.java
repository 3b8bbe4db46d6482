package org.lazaretto.find;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits the best, best first; equally good ones by namespace and name
 * @param total how many there are, with those that are not among the hits
 */
public record Results(List<Hit> hits, int total) {
  /** Nothing. */
  public static final Results NONE = new Results(List.of(), 0);

  /** Copies what it is given. */
  public Results {
    hits = List.copyOf(hits);
  }
}
