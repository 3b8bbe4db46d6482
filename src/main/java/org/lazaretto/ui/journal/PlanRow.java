package org.lazaretto.ui.journal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.journal.Entry;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.journal.RowOutcome.Tone;

/** The row of one plan: who approved it, what was waived, how it was rated, how its run ended. */
final class PlanRow {
  private PlanRow() {}

  static JournalRow of(RowGroup group) {
    return new JournalRow(group.first(), RowKind.PLAN, what(group), outcome(group), group.lines());
  }

  private static RowText what(RowGroup group) {
    Optional<Entry.Approved> approved = group.last(Entry.Approved.class);
    List<Entry.Waived> waived = group.all(Entry.Waived.class);
    if (approved.isEmpty()) {
      return SingleRow.text(group.first().entry());
    }
    StringBuilder more = new StringBuilder();
    String findings =
        approved.get().findings().stream()
            .map(Entry.FindingNote::id)
            .distinct()
            .collect(Collectors.joining(" "));
    if (!findings.isEmpty()) {
      more.append(Texts.of("journal.what.findings", findings));
    }
    waived.stream()
        .map(Entry.Waived::id)
        .distinct()
        .forEach(id -> more.append(Texts.of("journal.what.waiving", id)));
    group
        .last(Entry.Rated.class)
        .ifPresent(e -> more.append(Texts.of("journal.what.rating", e.published(), e.here())));
    return RowText.plain(
        Texts.of(
            "journal.what.approved",
            approved.get().wizard(),
            approved.get().steps(),
            more.toString()));
  }

  private static RowOutcome outcome(RowGroup group) {
    Optional<Entry.RunEnded> ended = group.last(Entry.RunEnded.class);
    if (ended.isPresent()) {
      return ended(ended.get());
    }
    if (!group.has(Entry.Approved.class)) {
      return RowOutcome.recorded();
    }
    return group.cutOff()
        ? RowOutcome.of(Tone.OPEN, "cut", "")
        : RowOutcome.of(Tone.RUNNING, "underway", "");
  }

  static RowOutcome ended(Entry.RunEnded ended) {
    String why = ended.summary();
    return switch (ended.status()) {
      case "done" -> RowOutcome.of(Tone.GOOD, "run.done", why);
      case "uncertain" -> RowOutcome.of(Tone.OPEN, "run.uncertain", why);
      case "cancelled" -> RowOutcome.of(Tone.CAUTION, "run.cancelled", why);
      case "held" -> RowOutcome.of(Tone.CAUTION, "held", why);
      case "no-access" -> RowOutcome.of(Tone.BAD, "run.no-access", why);
      case "broken" -> RowOutcome.of(Tone.BAD, "run.broken", why);
      case "journal-lost" -> RowOutcome.of(Tone.BAD, "run.journal-lost", why);
      case Entry.RunEnded.NOTHING -> RowOutcome.of(Tone.GOOD, "run.nothing-to-do", why);
      default -> new RowOutcome(Tone.OPEN, ended.status(), why);
    };
  }
}
