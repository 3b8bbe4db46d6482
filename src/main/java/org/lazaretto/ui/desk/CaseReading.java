package org.lazaretto.ui.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.order.NamedOrder;

/** Reads a journal line by line for what was done, held and left unknown. */
final class CaseReading {
  private static final Set<String> THERE = Set.of("done", "already-so");

  private final Map<String, Entry.SuspectMarked> marks = new LinkedHashMap<>();
  private final Set<String> captured = new HashSet<>();
  private final Map<String, Entry.StepNote> steps = new HashMap<>();
  private final Set<String> cordoned = new HashSet<>();
  private final Set<String> emptied = new HashSet<>();
  private final Set<String> isolated = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private final Map<Long, String> underWay = new HashMap<>();
  private final Map<Phase, String> ended = new EnumMap<>(Phase.class);
  private Optional<Instant> firstMark = Optional.empty();
  private boolean reported;
  private Optional<NamedOrder> order = Optional.empty();

  /** Reads the next line. */
  void read(JournalLine line) {
    switch (line.entry()) {
      case Entry.SuspectMarked mark -> mark(mark, line.at());
      case Entry.SuspectCleared cleared -> marks.remove(cleared.pod().uid());
      case Entry.EvidenceTaken(var item) -> captured.add(item.draft().source().uid());
      case Entry.Approved approved -> put(approved.wizard(), "running");
      case Entry.Held held -> put(held.wizard(), "held");
      case Entry.RunEnded run -> put(run.wizard(), endsNobody(run) ? "" : run.status());
      case Entry.Intent(var step, _) -> {
        String key = key(step.fingerprint(), step.step());
        steps.put(key, step);
        underWay.put(line.number(), key);
      }
      case Entry.Outcome outcome -> outcome(outcome);
      case Entry.Verified verified -> verified(verified);
      case Entry.Reconciled reconciled -> unknown.remove(underWay.remove(reconciled.intentLine()));
      case Entry.Opened _ -> cutOff();
      case Entry.ReportWritten _ -> reported = true;
      case Entry.OrderChosen chosen -> order = order(chosen.order()).or(() -> order);
      default -> {}
    }
  }

  /** A newer version may know orders that this one does not. */
  private static Optional<NamedOrder> order(String word) {
    return Arrays.stream(NamedOrder.values())
        .filter(order -> order.word().equals(word))
        .findFirst();
  }

  /** The order that was chosen last. */
  Optional<NamedOrder> order() {
    return order;
  }

  private void mark(Entry.SuspectMarked mark, Instant at) {
    if (marks.putIfAbsent(mark.pod().uid(), mark) == null) {
      ended.remove(Phase.RECOVER);
      ended.values().removeIf(Entry.RunEnded.NOTHING::equals);
    }
    firstMark = firstMark.or(() -> Optional.of(at));
    reported = false;
  }

  private void put(String wizard, String status) {
    for (Phase phase : Phase.values()) {
      if (phase.wizard().filter(known -> known.word().equals(wizard)).isPresent()) {
        if (phase != Phase.FREEZE && !status.equals(Entry.RunEnded.NOTHING)) {
          // What is changed after a recovery has to be taken back again.
          ended.remove(Phase.RECOVER);
        }
        ended.put(phase, status);
        reported = false;
      }
    }
  }

  /** Containers that were started again are there as before: nothing was disposed of. */
  private boolean endsNobody(Entry.RunEnded run) {
    List<String> actions =
        steps.values().stream()
            .filter(step -> step.fingerprint().equals(run.fingerprint()))
            .map(Entry.StepNote::action)
            .toList();
    return run.status().equals("done")
        && !actions.isEmpty()
        && actions.stream().allMatch("restart-container"::equals);
  }

  private void outcome(Entry.Outcome outcome) {
    String key = key(outcome.fingerprint(), outcome.step());
    underWay.values().remove(key);
    if (outcome.outcome().equals("unknown")) {
      unknown.add(key);
    }
    boolean cordon =
        Optional.ofNullable(steps.get(key))
            .filter(step -> step.action().equals("cordon-node"))
            .isPresent();
    if (cordon && THERE.contains(outcome.outcome())) {
      cordoned.add(outcome.target().name());
    }
  }

  /** Who opens a case finds the steps that an earlier run left without outcome. */
  private void cutOff() {
    unknown.addAll(underWay.values());
    ended.replaceAll((_, status) -> status.equals("running") ? "cut-off" : status);
  }

  private void verified(Entry.Verified verified) {
    if (!verified.verdict().equals("holds")) {
      return;
    }
    String key = key(verified.fingerprint(), verified.step());
    unknown.remove(key);
    Optional.ofNullable(steps.get(key)).ifPresent(step -> holds(step.action(), verified.target()));
  }

  private void holds(String action, ObjectRef target) {
    switch (action) {
      case "prove-nothing-new" -> emptied.add(target.name());
      case "cordon-node" -> cordoned.add(target.name());
      case "quarantine-pod" -> isolated.add(target.uid());
      default -> {}
    }
  }

  private static String key(String fingerprint, String step) {
    return fingerprint + "/" + step;
  }

  Phase.State state(Phase phase) {
    return switch (phase) {
      case OBSERVE -> marks.isEmpty() ? Phase.State.OPEN : Phase.State.DONE;
      case FREEZE -> state(phase, frozen());
      case CORDON -> state(phase, there(phase, cordoned));
      case EVACUATE -> state(phase, there(phase, emptied) && ended(phase).equals("done"));
      case REPORT -> reported ? Phase.State.DONE : Phase.State.OPEN;
      case ISOLATE -> state(phase, !marks.isEmpty() && isolated.containsAll(marks.keySet()));
      case CAPTURE, CREDENTIALS, DISPOSE, RECOVER ->
          phase.guided() ? state(phase, ended(phase).equals("done")) : Phase.State.ABSENT;
    };
  }

  /** Something is kept of each suspect, and no freeze is still taking more. */
  private boolean frozen() {
    return !marks.isEmpty()
        && captured.containsAll(marks.keySet())
        && !Set.of("running", "cut-off").contains(ended(Phase.FREEZE));
  }

  private Phase.State state(Phase phase, boolean done) {
    // What is verified step by step is done only when its run has ended.
    if (done && !ended(phase).equals("running")) {
      return Phase.State.DONE;
    }
    if (ended(phase).equals(Entry.RunEnded.NOTHING)) {
      return Phase.State.NEEDLESS;
    }
    return Set.of("", "running", "done").contains(ended(phase))
        ? Phase.State.OPEN
        : Phase.State.HELD;
  }

  private String ended(Phase phase) {
    return ended.getOrDefault(phase, "");
  }

  /** Whether the phase reached every suspect's node; without a node its own word counts. */
  private boolean there(Phase phase, Set<String> reached) {
    Set<String> wanted = nodes();
    return wanted.isEmpty() ? ended(phase).equals("done") : reached.containsAll(wanted);
  }

  List<PodRef> suspects() {
    return marks.values().stream().map(Entry.SuspectMarked::pod).toList();
  }

  Set<String> openNodes() {
    Set<String> open = new HashSet<>(nodes());
    open.removeAll(cordoned);
    return open;
  }

  private Set<String> nodes() {
    return marks.values().stream()
        .map(Entry.SuspectMarked::node)
        .filter(node -> !node.isEmpty())
        .collect(Collectors.toSet());
  }

  int unknown() {
    return unknown.size();
  }

  /** How many steps have an intent and no outcome. */
  int underWay() {
    return underWay.size();
  }

  Optional<Instant> firstMark() {
    return firstMark;
  }
}
