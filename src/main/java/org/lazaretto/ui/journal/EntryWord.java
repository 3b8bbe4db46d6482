package org.lazaretto.ui.journal;

import org.lazaretto.journal.Entry;
import org.lazaretto.ui.fx.Texts;

/** What sort of line it is, in a word or two. */
final class EntryWord {
  private EntryWord() {}

  static String of(Entry entry) {
    return Texts.of("journal.entry." + key(entry));
  }

  private static String key(Entry entry) {
    return switch (entry) {
      case Entry.CaseOpened _ -> "began";
      case Entry.Opened _ -> "opened";
      case Entry.ClusterBound _ -> "bound";
      case Entry.SuspectMarked _ -> "marked";
      case Entry.SuspectCleared _ -> "cleared";
      case Entry.Approved _ -> "approved";
      case Entry.Rated _ -> "rated";
      case Entry.Held _ -> "held";
      case Entry.Waived _ -> "waived";
      case Entry.Intent _ -> "intent";
      case Entry.WayBack _ -> "wayback";
      case Entry.Isolated _ -> "isolated";
      case Entry.Outcome _ -> "outcome";
      case Entry.Verified _ -> "verified";
      case Entry.RunEnded _ -> "ended";
      case Entry.Reconciled _ -> "reconciled";
      case Entry.EvidenceTaken _ -> "evidence";
      case Entry.EvidenceChecked _ -> "checked";
      case Entry.Gap _ -> "gap";
      case Entry.TornTail _ -> "torn";
      case Entry.ClockJump _ -> "clock";
      case Entry.ReportWritten _ -> "report";
      case Entry.OrderChosen _ -> "order";
      case Entry.DoneElsewhere _ -> "elsewhere";
      case Entry.Note _ -> "note";
    };
  }
}
