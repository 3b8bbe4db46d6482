package org.lazaretto.ui.journal;

import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.ui.journal.RowOutcome.Tone;

/** The row of one attempt at one step; never better than outcome and last fresh read both say. */
final class StepRow {
  private StepRow() {}

  /** What a fresh read said. */
  private record Reading(String verdict, String text) {}

  static JournalRow of(RowGroup group) {
    Optional<Entry.StepNote> note = group.last(Entry.Intent.class).map(Entry.Intent::step);
    RowKind kind =
        note.map(Entry.StepNote::action).map(RowKind::ofAction).orElseGet(() -> guessed(group));
    RowText what =
        note.map(step -> RowText.about(step.target(), step.title()))
            .orElseGet(() -> SingleRow.text(group.first().entry()));
    return new JournalRow(group.first(), kind, what, outcome(group), group.lines());
  }

  /** A step that was never begun does not say its action. */
  private static RowKind guessed(RowGroup group) {
    String target = group.last(Entry.Outcome.class).map(e -> e.target().kind()).orElse("");
    return switch (target) {
      case "Pod" -> RowKind.EVICT;
      case "Node" -> RowKind.CORDON;
      case "Deployment", "StatefulSet", "DaemonSet" -> RowKind.RESTART;
      default -> RowKind.STEP;
    };
  }

  /** Whether nothing follows this entry of a step. */
  static boolean ends(Entry entry) {
    return switch (entry) {
      case Entry.Verified _, Entry.Reconciled _ -> true;
      case Entry.Outcome outcome -> !toBeRead(outcome.outcome());
      default -> false;
    };
  }

  private static boolean toBeRead(String outcome) {
    return outcome.equals("done") || outcome.equals("already-so") || outcome.equals("unknown");
  }

  private static RowOutcome outcome(RowGroup group) {
    Optional<Entry.Outcome> outcome = group.last(Entry.Outcome.class);
    Optional<Reading> reading = reading(group);
    if (outcome.isEmpty()) {
      return reading.map(StepRow::reopened).orElseGet(() -> unended(group.cutOff()));
    }
    String text = outcome.get().text();
    String word = outcome.get().outcome();
    if (reading.isPresent()) {
      return read(word, text, reading.get());
    }
    if (word.equals("done") || word.equals("already-so")) {
      return unread(word, text, group);
    }
    return word(word, text);
  }

  private static Optional<Reading> reading(RowGroup group) {
    Optional<Reading> last = Optional.empty();
    for (JournalLine line : group.lines()) {
      if (line.entry() instanceof Entry.Verified e) {
        last = Optional.of(new Reading(e.verdict(), e.text()));
      } else if (line.entry() instanceof Entry.Reconciled e) {
        last = Optional.of(new Reading(e.verdict(), e.text()));
      }
    }
    return last;
  }

  private static RowOutcome unended(boolean cutOff) {
    return cutOff
        ? RowOutcome.of(Tone.OPEN, "cut", "")
        : RowOutcome.of(Tone.RUNNING, "underway", "");
  }

  /** The program ended before it wrote the outcome; the cluster was asked later. */
  private static RowOutcome reopened(Reading reading) {
    return switch (reading.verdict()) {
      case "holds" -> RowOutcome.of(Tone.CAUTION, "cut.holds", reading.text());
      case "does-not-hold" -> RowOutcome.of(Tone.BAD, "cut.not", reading.text());
      default -> RowOutcome.of(Tone.OPEN, "cut", reading.text());
    };
  }

  private static RowOutcome unread(String word, String text, RowGroup group) {
    RowKind kind =
        group
            .last(Entry.Intent.class)
            .map(intent -> RowKind.ofAction(intent.step().action()))
            .orElse(RowKind.STEP);
    if (kind == RowKind.FREEZE) {
      return RowOutcome.of(Tone.GOOD, "done", text);
    }
    return group.cutOff()
        ? RowOutcome.of(Tone.CAUTION, word + ".unverified", text)
        : RowOutcome.of(Tone.RUNNING, word + ".verifying", text);
  }

  private static RowOutcome read(String word, String text, Reading reading) {
    return switch (word) {
      case "done", "already-so" ->
          switch (reading.verdict()) {
            case "holds" -> RowOutcome.of(Tone.GOOD, word + ".holds", reading.text());
            case "does-not-hold" -> RowOutcome.of(Tone.BAD, word + ".not", reading.text());
            default -> RowOutcome.of(Tone.OPEN, word + ".cannot", reading.text());
          };
      case "unknown" ->
          switch (reading.verdict()) {
            case "holds" -> RowOutcome.of(Tone.CAUTION, "unknown.holds", both(text, reading));
            case "does-not-hold" -> RowOutcome.of(Tone.BAD, "unknown.not", both(text, reading));
            default -> RowOutcome.of(Tone.OPEN, "unknown", both(text, reading));
          };
      default -> word(word, both(text, reading));
    };
  }

  private static String both(String text, Reading reading) {
    return text.isEmpty() ? reading.text() : text + " · " + reading.text();
  }

  /** An outcome without a read. */
  static RowOutcome word(String word, String text) {
    return switch (word) {
      case "done" -> RowOutcome.of(Tone.CAUTION, "done.unverified", text);
      case "already-so" -> RowOutcome.of(Tone.CAUTION, "already-so.unverified", text);
      case "unknown" -> RowOutcome.of(Tone.OPEN, "unknown", text);
      case "refused" -> RowOutcome.of(Tone.BAD, "refused", text);
      case "failed" -> RowOutcome.of(Tone.BAD, "failed", text);
      case "not-started" -> RowOutcome.of(Tone.CAUTION, "not-started", text);
      default -> new RowOutcome(Tone.OPEN, word, text);
    };
  }

  /** A read without its step. */
  static RowOutcome verdict(String verdict, String text) {
    return switch (verdict) {
      case "holds" -> RowOutcome.of(Tone.GOOD, "holds", text);
      case "does-not-hold" -> RowOutcome.of(Tone.BAD, "not", text);
      default -> RowOutcome.of(Tone.OPEN, "cannot", text);
    };
  }
}
