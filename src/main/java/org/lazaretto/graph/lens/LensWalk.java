package org.lazaretto.graph.lens;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Walks a lens by keys: up and down within a column, left and right along edges. */
public final class LensWalk {
  private LensWalk() {}

  /** Where to. */
  public enum Way {
    UP,
    DOWN,
    LEFT,
    RIGHT
  }

  /**
   * The box that way. Sideways it is one that an edge leads to, a suspect before the nearest; else
   * the nearest of the next column. From nowhere, or from a box that has gone, it is the first one:
   * that of a suspect if there is one.
   *
   * @return empty at the end of a column, and in an empty lens
   */
  public static Optional<Box> from(Lens lens, Optional<String> id, Way way) {
    Optional<Box> here = id.flatMap(lens::box);
    if (here.isEmpty()) {
      return start(lens);
    }
    Box from = here.get();
    return switch (way) {
      case UP ->
          lens.boxes().stream()
              .filter(box -> sameColumn(box, from) && box.top() < from.top())
              .max(Comparator.comparingDouble(Box::top));
      case DOWN ->
          lens.boxes().stream()
              .filter(box -> sameColumn(box, from) && box.top() > from.top())
              .min(Comparator.comparingDouble(Box::top));
      case LEFT -> sideways(lens, from, -1);
      case RIGHT -> sideways(lens, from, 1);
    };
  }

  private static boolean sameColumn(Box box, Box from) {
    return box.left() == from.left();
  }

  private static Optional<Box> start(Lens lens) {
    return lens.boxes().stream()
        .filter(box -> box.vertex().column() == LensColumn.PODS)
        .min(
            Comparator.comparing((Box box) -> !box.vertex().suspect())
                .thenComparingDouble(Box::top));
  }

  private static Optional<Box> sideways(Lens lens, Box from, int sign) {
    Set<String> tied =
        lens.edges().stream()
            .filter(edge -> edge.touches(from.id()))
            .map(edge -> edge.from().equals(from.id()) ? edge.to() : edge.from())
            .collect(Collectors.toSet());
    return lens.boxes().stream()
        .filter(box -> Math.signum(box.left() - from.left()) == sign)
        .min(
            Comparator.comparing((Box box) -> !tied.contains(box.id()))
                .thenComparing(box -> !(tied.contains(box.id()) && box.vertex().suspect()))
                .thenComparingDouble(box -> Math.abs(box.left() - from.left()))
                .thenComparingDouble(box -> Math.abs(box.middle() - from.middle())));
  }
}
