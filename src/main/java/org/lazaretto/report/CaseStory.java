package org.lazaretto.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;

/** The journal read once, in the shape in which the report's parts ask for it. */
record CaseStory(ReportInput input, List<StepTrace> traces, Times times) {
  private static final List<String> CONTAINING =
      List.of("cordon-node", "evict-pod", "restart-rollout", "prove-nothing-new");

  /** A line together with its entry of one type. */
  record At<E>(JournalLine line, E entry) {
    Instant at() {
      return line.at();
    }
  }

  static CaseStory of(ReportInput input) {
    return new CaseStory(input, StepTraces.of(input.lines()), Times.over(input.lines()));
  }

  <E extends Entry> List<At<E>> all(Class<E> type) {
    return input.lines().stream()
        .filter(line -> type.isInstance(line.entry()))
        .map(line -> new At<>(line, type.cast(line.entry())))
        .toList();
  }

  <E extends Entry> Optional<At<E>> last(Class<E> type) {
    return all(type).stream().reduce((_, later) -> later);
  }

  /** The pods held to be compromised in the end: a mark that was taken back is left out. */
  List<At<Entry.SuspectMarked>> suspects() {
    Map<String, At<Entry.SuspectMarked>> byUid = new LinkedHashMap<>();
    for (JournalLine line : input.lines()) {
      switch (line.entry()) {
        case Entry.SuspectMarked mark -> byUid.putIfAbsent(mark.pod().uid(), new At<>(line, mark));
        case Entry.SuspectCleared cleared -> byUid.remove(cleared.pod().uid());
        default -> {}
      }
    }
    return List.copyOf(byUid.values());
  }

  List<String> suspectNodes() {
    return suspects().stream()
        .map(mark -> mark.entry().node())
        .filter(node -> !node.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * The last attempt at each change or proof, in the order of the first attempts. A step that was
   * never begun counts only while nothing later was begun on its object.
   */
  List<StepTrace> lastAttempts() {
    Map<String, StepTrace> bySubject = new LinkedHashMap<>();
    traces.stream()
        .filter(trace -> !trace.capture())
        .forEach(trace -> bySubject.put(trace.subject(), trace));
    return bySubject.values().stream().filter(trace -> !overtaken(trace)).toList();
  }

  private boolean overtaken(StepTrace trace) {
    return trace.note().isEmpty()
        && traces.stream()
            .filter(later -> later.first().number() > trace.first().number())
            .anyMatch(later -> later.note().isPresent() && later.object().equals(trace.object()));
  }

  List<StepTrace> attempted(String action) {
    return lastAttempts().stream().filter(trace -> trace.action().equals(action)).toList();
  }

  List<StepTrace> captures() {
    return traces.stream().filter(StepTrace::capture).toList();
  }

  /** Steps of which nobody knows whether they took effect. */
  List<StepTrace> open() {
    return lastAttempts().stream()
        .filter(trace -> StepState.of(trace).sign() == Sign.OPEN)
        .toList();
  }

  /**
   * When the measures were last proven together: every suspect's node is cordoned and every
   * containing step holds on a fresh read. Empty if the journal does not show that.
   */
  Optional<Instant> contained() {
    List<StepTrace> containing =
        lastAttempts().stream().filter(trace -> CONTAINING.contains(trace.action())).toList();
    boolean proven =
        !containing.isEmpty()
            && containing.stream().allMatch(CaseStory::holds)
            && cordonedNodes().containsAll(suspectNodes());
    return proven
        ? containing.stream()
            .flatMap(trace -> trace.reading().stream())
            .map(StepTrace.Reading::at)
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  static boolean holds(StepTrace trace) {
    return trace.reading().map(StepTrace.Reading::holds).orElse(false);
  }

  /** Names of nodes whose cordon holds on a fresh read. */
  List<String> cordonedNodes() {
    return attempted("cordon-node").stream()
        .filter(CaseStory::holds)
        .map(trace -> trace.target().name())
        .toList();
  }

  Optional<Instant> firstMark() {
    return suspects().stream().map(At::at).findFirst();
  }
}
