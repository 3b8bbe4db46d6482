package org.lazaretto.report;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.Exchange;

/**
 * All that the journal says of one attempt at one step.
 *
 * @param first its first line: the intent, or the outcome of a step that was never begun
 * @param wizard whose plan it belongs to; empty if the journal does not say
 * @param note what the intent said; empty for a step that was never begun
 * @param outcome what became of it; empty if the journal does not say
 * @param reading the last fresh read of its effect
 */
record StepTrace(
    JournalLine first,
    String wizard,
    Optional<Entry.StepNote> note,
    Optional<Entry.Outcome> outcome,
    Optional<Reading> reading) {
  /**
   * Of one object several things may be taken back, and it is tried before and after: told apart by
   * what their titles say.
   */
  private static final Set<String> SEVERAL = Set.of("restore", "probe-ingress", "look-inside");

  /** What a fresh read said, and whether it was made on reopening the case. */
  record Reading(Instant at, String verdict, String text, boolean reopened) {
    boolean holds() {
      return verdict.equals("holds");
    }
  }

  StepTrace with(Entry.Outcome ended) {
    return new StepTrace(first, wizard, note, Optional.of(ended), reading);
  }

  StepTrace with(Reading read) {
    return new StepTrace(first, wizard, note, outcome, Optional.of(read));
  }

  String fingerprint() {
    return note.map(Entry.StepNote::fingerprint)
        .or(() -> outcome.map(Entry.Outcome::fingerprint))
        .orElse("");
  }

  String step() {
    return note.map(Entry.StepNote::step).or(() -> outcome.map(Entry.Outcome::step)).orElse("");
  }

  String action() {
    return note.map(Entry.StepNote::action).orElse("");
  }

  /** The object; what a step has made is known by its UID from the outcome on. */
  ObjectRef target() {
    Optional<ObjectRef> told = outcome.map(Entry.Outcome::target);
    return note.map(Entry.StepNote::target)
        .filter(meant -> !meant.uid().isEmpty())
        .or(() -> told)
        .or(() -> note.map(Entry.StepNote::target))
        .orElseThrow();
  }

  String title() {
    return note.map(Entry.StepNote::title)
        .orElseGet(() -> "Step " + step() + " on " + target().spoken());
  }

  /** Where an intruder could notice it; empty if the journal does not say. */
  String visible() {
    return switch (first.entry()) {
      case Entry.Intent(_, var visible) -> visible;
      case Entry.DoneElsewhere told -> told.visible();
      default -> "";
    };
  }

  Optional<Exchange> exchange() {
    return outcome.flatMap(Entry.Outcome::exchange);
  }

  String outcomeWord() {
    return outcome.map(Entry.Outcome::outcome).orElse("");
  }

  boolean capture() {
    return action().equals("keep-response") || (note.isEmpty() && wizard.equals("freeze"));
  }

  /** Whether it only reads. */
  boolean reads() {
    return capture() || action().equals("prove-nothing-new");
  }

  /** The change that it stands for, whichever plan asked for it. */
  String subject() {
    String which = SEVERAL.contains(action()) ? title() : "";
    return note.map(Entry.StepNote::action).orElse("?") + which + " " + object();
  }

  /** The object, told apart from all others. */
  String object() {
    return target().kind() + " " + target().path() + " " + target().uid();
  }
}
