package org.lazaretto.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.NodeDeed;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.plan.Wizard;
import org.lazaretto.plan.recover.Applied;
import org.lazaretto.plan.recover.Lost;

/**
 * Reads a journal for the changes that the case made and has not taken back. What was refused or
 * was so already is no change of the case's; what may have been made counts, for the recovery looks
 * at every field before it plans.
 */
final class AppliedChanges {
  private static final Set<String> NOT_OURS = Set.of("refused", "already-so", "not-started");

  /** The action by which a frozen container was let go on. */
  private static final String RESUMED = "node-" + NodeDeed.RESUME.word();

  private static final String NOT_SO = new Verdict.DoesNotHold("").word();

  /** Actions of which nothing brings back what they end. */
  private static final Set<String> FINAL =
      Set.of(
          "evict-pod",
          "delete-pod",
          "delete-owner",
          "delete-token",
          "restart-container",
          "restart-rollout",
          "node-stop",
          "node-kill",
          "node-remove",
          Purpose.EXPEL.word(),
          Purpose.TOLERATE.word());

  private final List<Lost> lost = new ArrayList<>();
  private final Map<String, TakeBack> kept = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();
  private final Set<String> elsewhere = new HashSet<>();
  private final Map<String, Under> underWay = new LinkedHashMap<>();
  private final Set<String> recoveries = new HashSet<>();
  private final Map<PodRef, String> marks = new HashMap<>();
  private final List<Applied> applied = new ArrayList<>();

  private AppliedChanges() {}

  /** A step that has no outcome yet. */
  private record Under(long line, Entry.StepNote note, Optional<TakeBack> back) {}

  static AppliedChanges of(List<JournalLine> lines) {
    AppliedChanges changes = new AppliedChanges();
    lines.forEach(changes::read);
    changes.underWay.values().stream()
        .filter(under -> !changes.recovers(under.note()))
        .toList()
        .forEach(changes::settle);
    return changes;
  }

  /** The changes that stand, in the order in which they were made. */
  List<Applied> applied() {
    return List.copyOf(applied);
  }

  /** What no plan takes back, in the order in which it did. */
  List<Lost> lost() {
    return List.copyOf(lost);
  }

  /** The node of each suspect that is marked. */
  Map<PodRef, String> marks() {
    return Map.copyOf(marks);
  }

  private void read(JournalLine line) {
    switch (line.entry()) {
      case Entry.SuspectMarked mark -> marks.put(mark.pod(), mark.node());
      case Entry.SuspectCleared cleared -> marks.remove(cleared.pod());
      case Entry.Approved approved -> {
        if (approved.wizard().equals(Wizard.RECOVER.word())) {
          recoveries.add(approved.fingerprint());
        }
      }
      case Entry.Intent(var note, _) ->
          underWay.put(
              key(note.fingerprint(), note.step()),
              new Under(line.number(), note, Optional.empty()));
      case Entry.WayBack(var fingerprint, var step, var how) -> {
        String key = key(fingerprint, step);
        underWay.computeIfPresent(
            key, (_, under) -> new Under(under.line(), under.note(), TakeBack.read(how)));
        TakeBack.read(how).ifPresentOrElse(back -> kept.put(key, back), () -> unreadable.add(key));
      }
      case Entry.DoneElsewhere told -> elsewhere(line.number(), told.step());
      case Entry.Verified seen -> read(seen);
      case Entry.Outcome outcome -> ended(outcome);
      default -> {}
    }
  }

  /** What somebody says to have done waits for the read of it. */
  private void elsewhere(long line, Entry.StepNote note) {
    String key = key(note.fingerprint(), note.step());
    underWay.put(key, new Under(line, note, Optional.ofNullable(kept.get(key))));
    elsewhere.add(key);
  }

  /** It counts unless the read says that it is not so. */
  private void read(Entry.Verified read) {
    String key = key(read.fingerprint(), read.step());
    if (elsewhere.remove(key)) {
      Optional.ofNullable(underWay.remove(key))
          .filter(_ -> !read.verdict().equals(NOT_SO))
          .ifPresent(told -> {
            resumed(told.note());
            ending(told);
            settle(told);
          });
    }
  }

  private void resumed(Entry.StepNote note) {
    if (note.action().equals(RESUMED)) {
      applied.removeIf(change ->
          change.back() instanceof TakeBack.Resume frozen
              && frozen.target().equals(note.target())
              && note.command().endsWith(frozen.runtime().id()));
    }
  }

  private static String key(String fingerprint, String step) {
    return fingerprint + " " + step;
  }

  private void ended(Entry.Outcome outcome) {
    Under under = underWay.remove(key(outcome.fingerprint(), outcome.step()));
    if (under == null || NOT_OURS.contains(outcome.outcome())) {
      return;
    }
    if (recovers(under.note()) && !outcome.outcome().equals("done")) {
      return;
    }
    ending(under);
    settle(new Under(under.line(), under.note(), under.back().map(b -> made(b, outcome))));
    if (outcome.outcome().equals("done") && removes(under.note())) {
      applied.removeIf(change -> change.back().target().equals(under.note().target()));
    }
  }

  private void ending(Under under) {
    if (FINAL.contains(under.note().action())) {
      // What was asked for twice, as its first answer was lost, ended once.
      lost.removeIf(earlier -> earlier.title().equals(under.note().title()));
      lost.add(new Lost(under.line(), under.note().title()));
    }
  }

  private boolean removes(Entry.StepNote note) {
    return recovers(note) && note.action().equals("remove-policy");
  }

  /** Only what is known to have been taken back is forgotten; of the rest the fields decide. */
  private boolean recovers(Entry.StepNote note) {
    return recoveries.contains(note.fingerprint());
  }

  /** The server gave what was created its UID. */
  private static TakeBack made(TakeBack back, Entry.Outcome outcome) {
    return switch (back) {
      case TakeBack.Edits edits -> edits;
      case TakeBack.Resume resume -> resume;
      case TakeBack.RemoveProbes probes -> probes;
      case TakeBack.Remove(_, var quarantine) -> new TakeBack.Remove(outcome.target(), quarantine);
    };
  }

  private void settle(Under under) {
    if (under.back().isEmpty()) {
      masked(under);
      return;
    }
    switch (under.back().get()) {
      case TakeBack.Edits edits when recovers(under.note()) ->
          forget(edits.target(), pointers(edits.edits()));
      case TakeBack.Edits edits -> changed(under, edits);
      case TakeBack.Remove remove -> add(under, remove);
      case TakeBack.RemoveProbes probes -> {
        applied.removeIf(change -> change.back().equals(probes));
        add(under, probes);
      }
      case TakeBack.Resume resume -> {
        applied.removeIf(change -> change.back().equals(resume));
        add(under, resume);
      }
    }
  }

  /** What takes it back was kept, and cannot be read: no plan knows the change. */
  private void masked(Under under) {
    Entry.StepNote note = under.note();
    if (unreadable.contains(key(note.fingerprint(), note.step())) && !recovers(note)) {
      lost.add(new Lost(under.line(), note.title(), true));
    }
  }

  private void add(Under under, TakeBack back) {
    applied.add(new Applied(under.line(), under.note().title(), under.note().action(), back));
  }

  /** A field that the case changed twice goes back to what it was before the first time. */
  private void changed(Under under, TakeBack.Edits edits) {
    List<FieldEdit> merged = new ArrayList<>();
    for (FieldEdit edit : edits.edits()) {
      merged.add(first(edits.target(), edit));
    }
    forget(edits.target(), pointers(merged));
    applied.add(
        new Applied(
            under.line(),
            under.note().title(),
            under.note().action(),
            new TakeBack.Edits(edits.target(), merged)));
  }

  private FieldEdit first(ObjectRef target, FieldEdit edit) {
    for (Applied change : applied) {
      if (change.back() instanceof TakeBack.Edits earlier && earlier.target().equals(target)) {
        for (FieldEdit known : earlier.edits()) {
          if (known instanceof FieldEdit.Value old
              && edit instanceof FieldEdit.Value young
              && old.pointer().equals(young.pointer())) {
            return new FieldEdit.Value(young.pointer(), young.former(), old.wanted());
          }
        }
      }
    }
    return edit;
  }

  private static Set<String> pointers(List<FieldEdit> edits) {
    Set<String> pointers = new HashSet<>();
    edits.forEach(edit -> pointers.add(name(edit)));
    return pointers;
  }

  private static String name(FieldEdit edit) {
    return switch (edit) {
      case FieldEdit.Value value -> value.pointer();
      case FieldEdit.Item item -> item.pointer() + " " + item.item();
    };
  }

  private void forget(ObjectRef target, Set<String> pointers) {
    List<Applied> kept = new ArrayList<>();
    for (Applied change : applied) {
      if (change.back() instanceof TakeBack.Edits(var ref, var edits) && ref.equals(target)) {
        List<FieldEdit> left =
            edits.stream().filter(edit -> !pointers.contains(name(edit))).toList();
        if (!left.isEmpty()) {
          kept.add(
              new Applied(
                  change.line(), change.title(), change.action(), new TakeBack.Edits(ref, left)));
        }
      } else {
        kept.add(change);
      }
    }
    applied.clear();
    applied.addAll(kept);
  }
}
