package org.lazaretto.plan.evacuate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lazaretto.plan.Request;

/**
 * What one method would do with the pods that one workload has on the nodes.
 *
 * @param method the method
 * @param moves how many of them it moves to another node, as things are
 * @param of how many there are
 * @param because why the others do not move, with how many pods each ground concerns; the ground
 *     met first comes first
 * @param outcome the verdict
 */
public record Prospect(
    Request.Method method, int moves, int of, List<Because> because, Outcome outcome) {
  /** The verdict of a method on a workload. */
  public enum Outcome {
    MOVES,
    /** Nothing moves, and nothing was to. */
    STAYS,
    /** Nothing moves at once: a budget refuses now, and is asked again and again. */
    WAITS,
    /** They leave, and what comes back of them stays pending: no other node takes it (T-44). */
    PENDING,
    /** Nothing moves, although it was to. */
    CANNOT
  }

  /** One ground, and how many pods it concerns. */
  public record Because(Ground ground, int pods) {}

  /** Copies what it is given. */
  public Prospect {
    because = List.copyOf(because);
  }

  static Prospect of(Request.Method method, int moves, int of, Map<Ground, Integer> grounds) {
    List<Because> because =
        grounds.entrySet().stream().map(e -> new Because(e.getKey(), e.getValue())).toList();
    return new Prospect(method, moves, of, because, outcome(moves, because));
  }

  private static Outcome outcome(int moves, List<Because> because) {
    if (moves > 0) {
      return Outcome.MOVES;
    }
    if (because.stream().map(Because::ground).anyMatch(Prospect::delays)) {
      return Outcome.WAITS;
    }
    if (because.stream().anyMatch(one -> one.ground() == Ground.NOWHERE)) {
      return Outcome.PENDING;
    }
    return because.stream().map(Because::ground).anyMatch(Prospect::prevents)
        ? Outcome.CANNOT
        : Outcome.STAYS;
  }

  /** Whether a budget refuses that may allow it later; the server answers 429 until then. */
  static boolean delays(Ground ground) {
    return ground == Ground.BUDGET || ground == Ground.BUDGET_OF_ALL || ground == Ground.BROKEN;
  }

  /** Whether the method fails there, other than a pod that is meant to stay. */
  private static boolean prevents(Ground ground) {
    return switch (ground) {
      case BESIDE_SUSPECT, JOB, NO_ROLLOUT, PAUSED, ON_DELETE, TOLERATES, TWO_BUDGETS -> true;
      case SUSPECT,
          ENDED,
          LEAVING,
          MIRROR,
          DAEMON_SET,
          SIBLING,
          KEPT,
          KUBE_SYSTEM,
          BARE,
          EMPTY_DIR,
          LABELLED,
          BUDGET,
          BUDGET_OF_ALL,
          BROKEN,
          UNSEEN,
          NOWHERE ->
          false;
    };
  }

  /**
   * The verdict: {@code moves 2 of 3}, {@code waits}, {@code pending}, {@code stays}, {@code
   * cannot}.
   */
  public String verdict() {
    return switch (outcome) {
      case MOVES -> "moves " + moves + " of " + of;
      case WAITS -> "waits";
      case PENDING -> "pending";
      case STAYS -> "stays";
      case CANNOT -> "cannot";
    };
  }

  /** How many leave, now or later, whose replacement no other node takes. */
  public int homeless() {
    return because.stream()
        .filter(one -> one.ground() == Ground.NOWHERE)
        .mapToInt(Because::pods)
        .sum();
  }

  /** Why, such as {@code emptyDir, 2 suspect's sibling}; empty if all move. */
  public String why() {
    return because.stream()
        .map(one -> (one.pods() < of ? one.pods() + " " : "") + one.ground().word())
        .collect(Collectors.joining(", "));
  }
}
