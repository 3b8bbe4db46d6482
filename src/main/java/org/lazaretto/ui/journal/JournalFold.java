package org.lazaretto.ui.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.ui.journal.RowGroup.Shape;

/**
 * Folds journal lines into rows as they come: intent, outcome and verdict of one step into one, the
 * captures of one freeze into one, approval, rating and end of one plan into one. What is added
 * changes the rows that it belongs to and no other. Not safe for several threads.
 */
final class JournalFold {
  private final boolean live;
  private final List<JournalRow> rows = new ArrayList<>();
  private final Map<String, RowGroup> plans = new HashMap<>();
  private final Map<String, RowGroup> steps = new HashMap<>();
  private final Map<String, RowGroup> captures = new HashMap<>();
  private final Map<Long, RowGroup> intents = new HashMap<>();
  private final Set<RowGroup> open = new LinkedHashSet<>();
  private final Set<RowGroup> changed = new LinkedHashSet<>();
  private int groups;

  /**
   * Nothing yet.
   *
   * @param live whether the case is open in this program: then a step without an end is under way
   */
  JournalFold(boolean live) {
    this.live = live;
  }

  /** Takes the lines that follow those before. */
  void take(List<JournalLine> added) {
    for (JournalLine line : added) {
      RowGroup group = groupOf(line);
      group.add(line);
      changed.add(group);
      if (ended(group, line.entry())) {
        open.remove(group);
      }
    }
    changed.forEach(this::put);
    changed.clear();
  }

  private void put(RowGroup group) {
    JournalRow row = group.row();
    if (group.index() < rows.size()) {
      rows.set(group.index(), row);
    } else {
      rows.add(row);
    }
  }

  /** All rows, oldest first. */
  List<JournalRow> rows() {
    return rows;
  }

  private RowGroup groupOf(JournalLine line) {
    return switch (line.entry()) {
      case Entry.Opened _ -> opened();
      case Entry.Approved approved -> approved(approved);
      case Entry.Waived waived -> unapproved(waived.fingerprint());
      case Entry.Rated rated -> plan(rated.fingerprint()).orElseGet(this::single);
      case Entry.RunEnded ended -> plan(ended.fingerprint()).orElseGet(this::single);
      case Entry.Intent(var note, _) -> intent(line.number(), note);
      case Entry.Outcome outcome -> outcome(outcome);
      case Entry.Verified read -> found(steps.get(key(read.fingerprint(), read.step())));
      case Entry.WayBack back -> found(steps.get(key(back.fingerprint(), back.step())));
      case Entry.Reconciled read -> found(intents.get(read.intentLine()));
      case Entry.EvidenceTaken(var item) ->
          found(captures.remove(key(item.draft().method(), item.draft().source().toString())));
      case Entry.CaseOpened _,
          Entry.ClusterBound _,
          Entry.SuspectMarked _,
          Entry.SuspectCleared _,
          Entry.Held _,
          Entry.EvidenceChecked _,
          Entry.Gap _,
          Entry.Isolated _,
          Entry.TornTail _,
          Entry.ClockJump _,
          Entry.ReportWritten _,
          Entry.OrderChosen _,
          Entry.DoneElsewhere _,
          Entry.Note _ ->
          single();
    };
  }

  /** Whoever wrote before is gone, and with them what they had under way. */
  private RowGroup opened() {
    open.forEach(RowGroup::cut);
    changed.addAll(open);
    open.clear();
    plans.clear();
    return single();
  }

  private RowGroup approved(Entry.Approved approved) {
    boolean freeze = approved.wizard().equals("freeze");
    RowGroup group = freeze ? begin(Shape.FREEZE) : unapproved(approved.fingerprint());
    plans.put(approved.fingerprint(), group);
    return group;
  }

  /** Waivers come before the approval that they belong to. */
  private RowGroup unapproved(String fingerprint) {
    RowGroup group =
        plan(fingerprint)
            .filter(plan -> !plan.has(Entry.Approved.class))
            .orElseGet(() -> begin(Shape.PLAN));
    plans.put(fingerprint, group);
    return group;
  }

  /** The plan of that fingerprint that has not ended. */
  private Optional<RowGroup> plan(String fingerprint) {
    return Optional.ofNullable(plans.get(fingerprint)).filter(open::contains);
  }

  private Optional<RowGroup> freeze(String fingerprint) {
    return plan(fingerprint).filter(plan -> plan.shape() == Shape.FREEZE);
  }

  private RowGroup intent(long number, Entry.StepNote note) {
    RowGroup group = freeze(note.fingerprint()).orElseGet(() -> begin(Shape.STEP));
    steps.put(key(note.fingerprint(), note.step()), group);
    intents.put(number, group);
    if (RowKind.ofAction(note.action()) == RowKind.FREEZE) {
      captures.put(key(note.command(), note.target().toString()), group);
    }
    return group;
  }

  /** A step that was never begun has an outcome only. */
  private RowGroup outcome(Entry.Outcome outcome) {
    Optional<RowGroup> freeze = freeze(outcome.fingerprint());
    if (freeze.isPresent()) {
      return freeze.get();
    }
    String key = key(outcome.fingerprint(), outcome.step());
    RowGroup known = steps.get(key);
    if (known == null || known.has(Entry.Outcome.class)) {
      RowGroup fresh = begin(Shape.STEP);
      steps.put(key, fresh);
      return fresh;
    }
    return known;
  }

  private RowGroup found(@org.jspecify.annotations.Nullable RowGroup group) {
    return group == null ? single() : group;
  }

  private RowGroup single() {
    return new RowGroup(groups++, Shape.SINGLE, false);
  }

  private RowGroup begin(Shape shape) {
    RowGroup group = new RowGroup(groups++, shape, !live);
    open.add(group);
    return group;
  }

  private static boolean ended(RowGroup group, Entry entry) {
    return switch (group.shape()) {
      case SINGLE -> true;
      case STEP -> StepRow.ends(entry);
      case FREEZE, PLAN -> entry instanceof Entry.RunEnded;
    };
  }

  private static String key(String first, String second) {
    return first + "\n" + second;
  }
}
