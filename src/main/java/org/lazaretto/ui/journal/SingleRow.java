package org.lazaretto.ui.journal;

import java.util.List;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Connections;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.journal.RowOutcome.Tone;

/** The row of a line that stands alone. */
final class SingleRow {
  private SingleRow() {}

  static JournalRow of(JournalLine line) {
    return new JournalRow(
        line, kind(line.entry()), text(line.entry()), outcome(line.entry()), List.of(line));
  }

  private static RowKind kind(Entry entry) {
    return switch (entry) {
      case Entry.SuspectMarked _, Entry.SuspectCleared _ -> RowKind.MARK;
      case Entry.Approved _, Entry.Rated _, Entry.Waived _, Entry.RunEnded _, Entry.OrderChosen _ ->
          RowKind.PLAN;
      case Entry.Held _ -> RowKind.HELD;
      case Entry.Intent _,
          Entry.WayBack _,
          Entry.Outcome _,
          Entry.Verified _,
          Entry.Isolated _,
          Entry.Reconciled _,
          Entry.DoneElsewhere _ ->
          RowKind.STEP;
      case Entry.EvidenceTaken _, Entry.EvidenceChecked _ -> RowKind.EVIDENCE;
      case Entry.Gap _, Entry.TornTail _, Entry.ClockJump _ -> RowKind.GAP;
      case Entry.ReportWritten _ -> RowKind.REPORT;
      case Entry.Note _ -> RowKind.NOTE;
      case Entry.CaseOpened _, Entry.Opened _, Entry.ClusterBound _ -> RowKind.CASE;
    };
  }

  static RowText text(Entry entry) {
    return switch (entry) {
      case Entry.CaseOpened(var info, _) -> say("case.began", info.id(), info.title());
      case Entry.Opened e -> say("case.opened", e.osUser(), e.host());
      case Entry.ClusterBound e -> say("case.bound", e.name(), e.caller());
      case Entry.SuspectMarked e ->
          RowText.about(
              e.pod().object(), Texts.of("journal.what.marked", e.pod().path(), e.reason()));
      case Entry.SuspectCleared e ->
          RowText.about(
              e.pod().object(), Texts.of("journal.what.cleared", e.pod().path(), e.reason()));
      case Entry.Approved e -> say("approved", e.wizard(), e.steps(), "");
      case Entry.Rated e -> say("rated", e.measure(), e.published(), e.here());
      case Entry.Waived e -> say("waived", e.id(), e.reason());
      case Entry.RunEnded e ->
          e.status().equals(Entry.RunEnded.NOTHING)
              ? say("nothing", e.wizard(), e.summary())
              : say("ended", e.wizard(), e.status(), e.summary());
      case Entry.Held e -> say("held", e.wizard(), String.join(" ", e.reasons()));
      case Entry.Intent(var note, _) -> RowText.about(note.target(), note.title());
      case Entry.WayBack e -> say("wayback", e.step());
      case Entry.Isolated e ->
          RowText.about(e.pod().object(), Texts.of("journal.what.isolated", e.pod().path()));
      case Entry.Outcome e -> RowText.about(e.target(), step(e.step(), e.target().spoken()));
      case Entry.Verified e -> RowText.about(e.target(), step(e.step(), e.target().spoken()));
      case Entry.Reconciled e -> RowText.about(e.target(), step(e.step(), e.target().spoken()));
      case Entry.EvidenceTaken(var item) ->
          RowText.about(
              item.draft().source(), Texts.of("journal.what.kept", item.draft().description()));
      case Entry.EvidenceChecked e -> say("checked", e.items());
      case Entry.Gap e -> say("gap", e.what(), e.why());
      case Entry.TornTail e -> say("torn", e.bytes(), e.file());
      case Entry.ClockJump e -> say("clock", e.by());
      case Entry.ReportWritten e -> say("report", e.file());
      case Entry.OrderChosen e -> say("order", e.order(), e.proposed());
      case Entry.DoneElsewhere e ->
          RowText.about(
              e.step().target(), Texts.of("journal.what.elsewhere", e.step().title(), e.by()));
      case Entry.Note(var text) -> RowText.plain(text);
    };
  }

  static String step(String step, String target) {
    return Texts.of("journal.what.step", step, target);
  }

  private static RowText say(String key, Object... arguments) {
    return RowText.plain(Texts.of("journal.what." + key, arguments));
  }

  private static RowOutcome outcome(Entry entry) {
    return switch (entry) {
      case Entry.Held _ -> RowOutcome.of(Tone.CAUTION, "held", "");
      case Entry.Gap _ -> RowOutcome.of(Tone.CAUTION, "gap", "");
      case Entry.TornTail _ -> RowOutcome.of(Tone.CAUTION, "setaside", "");
      case Entry.ClockJump _ -> RowOutcome.of(Tone.CAUTION, "jumped", "");
      case Entry.ReportWritten _ -> RowOutcome.of(Tone.GOOD, "written", "");
      case Entry.EvidenceTaken _ -> RowOutcome.of(Tone.GOOD, "kept", "");
      case Entry.EvidenceChecked(_, var differing) when differing.isEmpty() ->
          RowOutcome.of(Tone.GOOD, "unchanged", "");
      case Entry.EvidenceChecked(_, var differing) ->
          new RowOutcome(
              Tone.BAD,
              Texts.of("journal.outcome.differ", differing.size()),
              String.join("; ", differing));
      case Entry.Outcome e -> StepRow.word(e.outcome(), e.text());
      case Entry.Verified e -> StepRow.verdict(e.verdict(), e.text());
      case Entry.Reconciled e -> StepRow.verdict(e.verdict(), e.text());
      case Entry.Isolated(_, _, var seen) ->
          new RowOutcome(
              worse(seen),
              Texts.of(
                  "journal.outcome.connections",
                  Texts.of("journal.connections." + seen.fresh().word()),
                  Texts.of("journal.connections." + seen.established().word())),
              seen.how());
      case Entry.WayBack _,
          Entry.CaseOpened _,
          Entry.Opened _,
          Entry.ClusterBound _,
          Entry.SuspectMarked _,
          Entry.SuspectCleared _,
          Entry.Approved _,
          Entry.Rated _,
          Entry.Waived _,
          Entry.RunEnded _,
          Entry.Intent _,
          Entry.OrderChosen _,
          Entry.DoneElsewhere _,
          Entry.Note _ ->
          RowOutcome.recorded();
    };
  }

  /** What is open is bad, whatever else is blocked; only both blocked are good. */
  private static Tone worse(Connections seen) {
    if (seen.fresh() == Connections.State.OPEN || seen.established() == Connections.State.OPEN) {
      return Tone.BAD;
    }
    return seen.fresh() == Connections.State.BLOCKED
            && seen.established() == Connections.State.BLOCKED
        ? Tone.GOOD
        : Tone.OPEN;
  }
}
