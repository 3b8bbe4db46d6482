package org.lazaretto.graph.lens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lazaretto.model.Pod;

/**
 * Which families tell their clean replicas together. Decided when a scope is opened and kept while
 * it lives: a replica more must not change how the others are shown.
 */
record Folding(Map<String, Boolean> decided, Set<String> expanded) {
  private static final int MANY = 5;
  private static final int AT_LEAST = 2;

  /** Copies what it is given. */
  Folding {
    decided = Map.copyOf(decided);
    expanded = Set.copyOf(expanded);
  }

  /** Nothing decided. */
  static Folding fresh(Set<String> expanded) {
    return new Folding(Map.of(), expanded);
  }

  /**
   * The decisions for these families, of which earlier ones are kept: five replicas are many; if
   * that leaves more boxes than there may be, two are; then those too that somebody expanded.
   */
  Folding decide(List<Family> families) {
    if (!decided.isEmpty()) {
      return decide(families, MANY, expanded);
    }
    return Stream.of(decide(families, MANY, expanded), decide(families, AT_LEAST, expanded))
        .filter(folding -> folding.boxes(families) <= Content.MOST)
        .findFirst()
        .orElseGet(() -> decide(families, AT_LEAST, Set.of()));
  }

  private Folding decide(List<Family> families, int from, Set<String> spared) {
    Map<String, Boolean> next = new HashMap<>(decided);
    for (Family family : families) {
      boolean fold =
          family.owner().isPresent()
              && family.clean().size() >= from
              && !spared.contains(family.key());
      next.putIfAbsent(family.key(), fold);
    }
    return new Folding(next, expanded);
  }

  /** Whether the clean replicas of that family are told together. */
  boolean folds(Family family) {
    return decided.getOrDefault(family.key(), false);
  }

  private long boxes(List<Family> families) {
    long owners = families.stream().filter(family -> family.owner().isPresent()).count();
    long pods =
        families.stream()
            .mapToLong(f -> f.suspects().size() + (folds(f) ? 1 : f.clean().size()))
            .sum();
    long nodes =
        families.stream()
            .flatMap(family -> Stream.concat(family.suspects().stream(), family.clean().stream()))
            .map(Pod::node)
            .distinct()
            .count();
    return owners + pods + nodes;
  }
}
