package org.lazaretto.ui.journal;

import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.journal.RowOutcome.Tone;

/** The row of one freeze: everything that was read and kept of the suspects. */
final class FreezeRow {
  private FreezeRow() {}

  static JournalRow of(RowGroup group) {
    List<Entry.Outcome> outcomes = group.all(Entry.Outcome.class);
    long missed = outcomes.stream().filter(e -> !e.outcome().equals("done")).count();
    int kept = group.all(Entry.EvidenceTaken.class).size();
    return new JournalRow(
        group.first(),
        RowKind.FREEZE,
        what(group, kept, missed),
        outcome(group, missed),
        group.lines());
  }

  private static RowText what(RowGroup group, int kept, long missed) {
    List<ObjectRef> pods =
        group.all(Entry.Intent.class).stream()
            .map(intent -> intent.step().target())
            .filter(target -> target.kind().equals("Pod"))
            .distinct()
            .toList();
    String others = pods.size() > 1 ? Texts.of("journal.what.others", pods.size() - 1) : "";
    String gaps = missed > 0 ? Texts.of("journal.what.missed", missed) : "";
    String name = pods.isEmpty() ? Texts.of("journal.what.suspects") : pods.getFirst().path();
    String text = Texts.of("journal.what.froze", name, others, kept, gaps);
    return pods.isEmpty() ? RowText.plain(text) : RowText.about(pods.getFirst(), text);
  }

  private static RowOutcome outcome(RowGroup group, long missed) {
    Optional<Entry.RunEnded> ended = group.last(Entry.RunEnded.class);
    if (ended.isEmpty()) {
      return group.cutOff()
          ? RowOutcome.of(Tone.OPEN, "cut", "")
          : RowOutcome.of(Tone.RUNNING, "underway", "");
    }
    String summary = ended.get().summary();
    if (!ended.get().status().equals("done")) {
      return PlanRow.ended(ended.get());
    }
    return missed > 0
        ? RowOutcome.of(Tone.CAUTION, "gaps", summary)
        : RowOutcome.of(Tone.GOOD, "done.holds", summary);
  }
}
