package org.lazaretto.ui.desk;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.PodRef;

/**
 * How far a case is, as its journal tells it.
 *
 * @param states how far each phase is
 * @param next the phase that comes next; empty if all that this version guides through is done
 * @param suspects the pods that are marked
 * @param openNodes the nodes on which they were when they were marked, without those that are
 *     cordoned
 * @param loose the steps of which the journal does not know the end
 * @param began when the case was opened
 * @param firstMark when the first pod was marked
 */
public record CaseProgress(
    Map<Phase, Phase.State> states,
    Optional<Phase> next,
    List<PodRef> suspects,
    Set<String> openNodes,
    LooseSteps loose,
    Instant began,
    Optional<Instant> firstMark) {
  /**
   * Steps of which the journal does not know the end.
   *
   * @param unknown how many were sent whose outcome nobody knows
   * @param underWay how many have begun and not ended, be it that a run goes on or was cut off
   */
  public record LooseSteps(int unknown, int underWay) {}

  /** Copies what it is given. */
  public CaseProgress {
    states = Map.copyOf(states);
    suspects = List.copyOf(suspects);
    openNodes = Set.copyOf(openNodes);
  }

  /** How far the case of these lines is; the first line says when it began. */
  public static CaseProgress of(List<JournalLine> lines) {
    return new CaseReader().read(lines);
  }

  /** How far the case is of which that much was read, in the usual order. */
  static CaseProgress of(CaseReading reading, Instant began) {
    Map<Phase, Phase.State> states = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      states.put(phase, reading.state(phase));
    }
    return new CaseProgress(
            states,
            Optional.empty(),
            reading.suspects(),
            reading.openNodes(),
            new LooseSteps(reading.unknown(), reading.underWay()),
            began,
            reading.firstMark())
        .along(Course.USUAL);
  }

  /** The same, with what comes next in that order. */
  public CaseProgress along(Course course) {
    Map<Phase, Phase.State> open = new EnumMap<>(states);
    open.replaceAll((_, state) -> state == Phase.State.CURRENT ? Phase.State.OPEN : state);
    CaseProgress plain =
        new CaseProgress(open, Optional.empty(), suspects, openNodes, loose, began, firstMark);
    Optional<Phase> due = course.next(plain);
    due.filter(phase -> open.get(phase) == Phase.State.OPEN)
        .ifPresent(phase -> open.put(phase, Phase.State.CURRENT));
    return new CaseProgress(open, due, suspects, openNodes, loose, began, firstMark);
  }

  /** How far a phase is. */
  public Phase.State state(Phase phase) {
    return states.getOrDefault(phase, Phase.State.OPEN);
  }

  /** Since when the incident is counted: its first mark, before that the opening of the case. */
  public Instant countedFrom() {
    return firstMark.orElse(began);
  }

  /** The last phase that is done. */
  public Optional<Phase> reached() {
    return states.entrySet().stream()
        .filter(entry -> entry.getValue() == Phase.State.DONE)
        .map(Map.Entry::getKey)
        .max(Enum::compareTo);
  }
}
