package org.lazaretto.launch;

import java.util.stream.Collectors;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ObjectRef;

/** One line of text for one journal entry. */
final class EntryLine {
  private EntryLine() {}

  static String of(Entry entry) {
    return switch (entry) {
      case Entry.CaseOpened e -> "case " + e.info().id() + " begins";
      case Entry.Opened e -> "opened by " + e.osUser() + " on " + e.host();
      case Entry.ClusterBound e -> "cluster " + e.name() + " " + e.uid() + " as " + e.caller();
      case Entry.SuspectMarked e ->
          "marked " + e.pod().path() + " on " + e.node() + ": " + e.reason();
      case Entry.SuspectCleared e -> "cleared " + e.pod().path() + ": " + e.reason();
      case Entry.Approved e ->
          "approved " + e.wizard() + " " + e.fingerprint() + ", " + e.steps() + " steps";
      case Entry.Held e -> "held " + e.wizard() + ": " + String.join(" ", e.reasons());
      case Entry.Waived e ->
          "waived "
              + e.id()
              + (e.needed() ? "" : " (not needed)")
              + e.objects().stream()
                  .map(ObjectRef::identified)
                  .collect(Collectors.joining(", ", e.objects().isEmpty() ? "" : " for ", ""))
              + ": "
              + e.reason();
      case Entry.Intent e -> e.step().step() + " intent: " + e.step().title();
      case Entry.WayBack e -> e.step() + " way back kept";
      case Entry.Isolated(_, var pod, var seen) ->
          pod.path()
              + ": new connections "
              + seen.fresh().word()
              + ", established "
              + seen.established().word()
              + ": "
              + seen.how();
      case Entry.Outcome e -> e.step() + " " + e.outcome() + ": " + e.text();
      case Entry.Verified e -> e.step() + " " + e.verdict() + ": " + e.text();
      case Entry.RunEnded e -> e.wizard() + " ended, " + e.status() + ": " + e.summary();
      case Entry.Reconciled e ->
          "reconciled line " + e.intentLine() + ", " + e.verdict() + ": " + e.text();
      case Entry.EvidenceTaken e ->
          e.item().id() + " " + e.item().draft().description() + ", " + e.item().size() + " bytes";
      case Entry.EvidenceChecked e ->
          e.items() + " evidence items hashed again, " + e.differing().size() + " differ";
      case Entry.Gap e -> "gap: " + e.what() + ": " + e.why();
      case Entry.TornTail e -> "torn tail of " + e.bytes() + " bytes set aside in " + e.file();
      case Entry.ClockJump e -> "the clock jumped by " + e.by();
      case Entry.ReportWritten e -> "report written: " + e.file();
      case Entry.OrderChosen e ->
          "order chosen: " + e.order() + " (proposed: " + e.proposed() + ")";
      case Entry.DoneElsewhere e ->
          e.step().step()
              + " done elsewhere by "
              + e.by()
              + ": "
              + e.step().title()
              + (e.how().isEmpty() ? "" : " (" + e.how() + ")");
      case Entry.Note e -> "note: " + e.text();
      case Entry.Rated e -> "rated " + e.measure();
    };
  }
}
