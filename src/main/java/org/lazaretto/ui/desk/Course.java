package org.lazaretto.ui.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Stage;

/**
 * The phases in the order that the responder chose, or in the one that is proposed while nobody has
 * chosen.
 *
 * @param order whose sequence it is
 * @param chosen whether a responder chose it
 * @param phases from observing to the report; a phase that the order does without is not among them
 * @param skipped phases that are of no use here, as the host is suspected
 */
public record Course(NamedOrder order, boolean chosen, List<Phase> phases, Set<Phase> skipped) {
  /** The default order, proposed. */
  public static final Course USUAL =
      new Course(NamedOrder.QUIET, false, sequence(NamedOrder.QUIET), Set.of());

  /** Copies what it is given. */
  public Course {
    phases = List.copyOf(phases);
    skipped = Set.copyOf(skipped);
  }

  /** The course by what is proposed now, unless an order was chosen. */
  public static Course of(Proposal proposal, Optional<NamedOrder> chosen) {
    NamedOrder order = chosen.orElse(proposal.proposed());
    Set<Phase> skipped = new HashSet<>();
    proposal.offer(order).skipped().forEach(stage -> phase(stage).ifPresent(skipped::add));
    return new Course(order, chosen.isPresent(), sequence(order), skipped);
  }

  private static List<Phase> sequence(NamedOrder order) {
    Set<Phase> phases = new LinkedHashSet<>();
    phases.add(Phase.OBSERVE);
    order.stages().forEach(stage -> phase(stage).ifPresent(phases::add));
    phases.add(Phase.REPORT);
    return List.copyOf(phases);
  }

  private static Optional<Phase> phase(Stage stage) {
    return switch (stage) {
      case FREEZE, LOGS -> Optional.of(Phase.FREEZE);
      case PROTECT -> Optional.of(Phase.CORDON);
      case RUNTIME, SNAPSHOTS, MEMORY, LIVE_RESPONSE -> Optional.of(Phase.CAPTURE);
      case ISOLATE_POD -> Optional.of(Phase.ISOLATE);
      case CREDENTIALS -> Optional.of(Phase.CREDENTIALS);
      case EVACUATE -> Optional.of(Phase.EVACUATE);
      case DISPOSE -> Optional.of(Phase.DISPOSE);
      case RECOVER -> Optional.of(Phase.RECOVER);
      case ISOLATE_NODE -> Optional.empty();
    };
  }

  /** Its phases, and before the report those that were begun although it does without them. */
  public List<Phase> shown(CaseProgress progress) {
    List<Phase> shown = new ArrayList<>(phases);
    for (Phase phase : Phase.values()) {
      Phase.State state = progress.state(phase);
      boolean begun = state == Phase.State.DONE || state == Phase.State.HELD;
      if (begun && !shown.contains(phase)) {
        shown.add(shown.size() - 1, phase);
      }
    }
    return shown;
  }

  /**
   * What comes next: the first phase that was begun and held, or that is open and urged. What a
   * responder went past is not urged any more, an end is never urged, and once there was an end
   * what the case changed is to be taken back.
   */
  Optional<Phase> next(CaseProgress progress) {
    List<Phase> shown = shown(progress);
    return shown.subList(takenBack(shown, progress), shown.size()).stream()
        .filter(phase -> progress.state(phase) == Phase.State.HELD || due(phase, shown, progress))
        .findFirst();
  }

  /** How many phases are behind a case whose changes were taken back, whatever became of them. */
  private static int takenBack(List<Phase> shown, CaseProgress progress) {
    boolean back = progress.state(Phase.RECOVER) == Phase.State.DONE;
    return back ? shown.indexOf(Phase.RECOVER) + 1 : 0;
  }

  private boolean due(Phase phase, List<Phase> shown, CaseProgress progress) {
    if (progress.state(phase) != Phase.State.OPEN || skipped.contains(phase)) {
      return false;
    }
    return switch (phase.urge()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case UNTIL_PASSED -> !passed(phase, shown, progress);
      case AFTER_AN_END ->
          progress.state(Phase.DISPOSE) == Phase.State.DONE && !passed(phase, shown, progress);
    };
  }

  private static boolean passed(Phase phase, List<Phase> shown, CaseProgress progress) {
    return shown.subList(shown.indexOf(phase) + 1, shown.size()).stream()
        .anyMatch(later -> passes(later, progress));
  }

  /** A cordon harms nobody and is often made at once, whatever the order: it passes nothing. */
  private static boolean passes(Phase later, CaseProgress progress) {
    return later != Phase.CORDON && progress.state(later) == Phase.State.DONE;
  }
}
