package org.lazaretto.report;

import java.util.stream.Collectors;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.model.Connections;
import org.lazaretto.model.ObjectRef;

/** One journal entry as a line of the report's journal table. */
record EntryText(String kind, String text) {

  static EntryText of(Entry entry) {
    return switch (entry) {
      case Entry.CaseOpened opened -> new EntryText("case opened", opened(opened));
      case Entry.Opened opened -> new EntryText("opened", opened(opened));
      case Entry.ClusterBound bound -> new EntryText("cluster bound", bound(bound));
      case Entry.SuspectMarked marked -> new EntryText("suspect marked", marked(marked));
      case Entry.SuspectCleared(var pod, var reason) ->
          new EntryText("mark taken back", pod.path() + " (uid " + pod.uid() + "): " + reason);
      case Entry.Approved approved -> new EntryText("approved", approved(approved));
      case Entry.Rated rated -> new EntryText("rated", rated(rated));
      case Entry.Held held -> new EntryText("held", held(held));
      case Entry.Waived waived -> new EntryText("waived", waived(waived));
      case Entry.Intent(var note, _) -> new EntryText("intent", intent(note));
      case Entry.WayBack back -> new EntryText("way back", back.step() + " " + back.how());
      case Entry.Isolated isolated -> new EntryText("isolated", isolated(isolated));
      case Entry.Outcome outcome -> new EntryText("outcome", outcome(outcome));
      case Entry.Verified read -> new EntryText("verified", verified(read));
      case Entry.RunEnded ended -> new EntryText("run ended", ended(ended));
      case Entry.Reconciled read -> new EntryText("reconciled", reconciled(read));
      case Entry.EvidenceTaken(var item) -> new EntryText("evidence taken", evidence(item));
      case Entry.EvidenceChecked check -> new EntryText("evidence checked", checked(check));
      case Entry.Gap(var what, var why) -> new EntryText("gap", what + ": " + why);
      case Entry.TornTail torn -> new EntryText("torn tail", torn(torn));
      case Entry.ClockJump jump -> new EntryText("clock jump", jump(jump));
      case Entry.ReportWritten report -> new EntryText("report written", written(report));
      case Entry.OrderChosen chosen -> new EntryText("order chosen", chosen(chosen));
      case Entry.DoneElsewhere done -> new EntryText("done elsewhere", elsewhere(done));
      case Entry.Note(var text) -> new EntryText("note", text);
    };
  }

  private static String opened(Entry.CaseOpened entry) {
    return entry.info().id() + ", " + entry.info().title() + ", version " + entry.productVersion();
  }

  private static String opened(Entry.Opened entry) {
    String process = entry.pid().isEmpty() ? "" : ", process " + entry.pid();
    return entry.osUser() + " on " + entry.host() + process + ", version " + entry.productVersion();
  }

  private static String bound(Entry.ClusterBound entry) {
    String cluster = entry.name() + " " + entry.version() + " at " + entry.server();
    return cluster + ", uid " + entry.uid() + ", as " + entry.caller();
  }

  private static String marked(Entry.SuspectMarked entry) {
    String pod = entry.pod().path() + " (uid " + entry.pod().uid() + ")";
    return pod + " on " + entry.node() + ": " + entry.reason();
  }

  private static String approved(Entry.Approved entry) {
    String ids =
        entry.findings().stream()
            .map(Entry.FindingNote::id)
            .distinct()
            .collect(Collectors.joining(" "));
    return entry.wizard()
        + ", "
        + Wording.count(entry.steps(), "step")
        + (ids.isEmpty() ? "" : ", findings " + ids)
        + plan(entry.fingerprint());
  }

  private static String rated(Entry.Rated entry) {
    String marks = "published " + entry.published() + ", here " + entry.here();
    return entry.measure() + ": " + marks + plan(entry.fingerprint());
  }

  private static String held(Entry.Held entry) {
    return entry.wizard()
        + ": "
        + String.join(" ", entry.reasons().stream().map(Wording::stopped).toList())
        + plan(entry.fingerprint());
  }

  private static String waived(Entry.Waived entry) {
    String of =
        entry.objects().stream()
            .map(ObjectRef::identified)
            .collect(Collectors.joining(", ", entry.objects().isEmpty() ? "" : " of ", ""));
    String needed = entry.needed() ? ": " : " (not needed): ";
    return entry.id() + of + needed + entry.reason() + plan(entry.fingerprint());
  }

  private static String intent(Entry.StepNote note) {
    return note.step() + " " + note.title() + plan(note.fingerprint());
  }

  private static String outcome(Entry.Outcome entry) {
    String said = because(entry.outcome(), entry.text());
    return entry.step() + " " + entry.target().spoken() + ": " + said;
  }

  private static String isolated(Entry.Isolated entry) {
    Connections seen = entry.connections();
    return entry.pod().path()
        + " (uid "
        + entry.pod().uid()
        + "): new connections "
        + Wording.state(seen.fresh())
        + " (in "
        + Wording.state(seen.ingress())
        + ", out "
        + Wording.state(seen.egress())
        + "), established connections "
        + Wording.state(seen.established())
        + ". "
        + seen.how()
        + plan(entry.fingerprint());
  }

  private static String verified(Entry.Verified entry) {
    String said = because(entry.verdict(), entry.text());
    return entry.step() + " " + entry.target().spoken() + ": " + said;
  }

  private static String reconciled(Entry.Reconciled entry) {
    String step = entry.step() + " of line " + entry.intentLine() + ", ";
    return step + entry.target().spoken() + ": " + because(entry.verdict(), entry.text());
  }

  private static String ended(Entry.RunEnded entry) {
    return entry.wizard()
        + " "
        + (entry.status().equals(Entry.RunEnded.NOTHING)
            ? entry.summary()
            : because(entry.status(), entry.summary()))
        + plan(entry.fingerprint());
  }

  private static String evidence(EvidenceItem item) {
    return item.id() + " " + item.draft().description() + ", " + Wording.size(item.size());
  }

  private static String checked(Entry.EvidenceChecked entry) {
    String differing = String.join(", ", entry.differing());
    return entry.items() + " items, " + (differing.isEmpty() ? "none differs" : differing);
  }

  private static String torn(Entry.TornTail entry) {
    return entry.bytes() + " bytes, kept in " + entry.file() + ", SHA-256 " + entry.sha256();
  }

  private static String jump(Entry.ClockJump entry) {
    return "by " + entry.by() + ", expected " + Times.exact(entry.expected());
  }

  private static String written(Entry.ReportWritten entry) {
    String shared = entry.classification().isEmpty() ? "" : ", " + entry.classification();
    return entry.format() + ", " + entry.file() + shared + ", SHA-256 " + entry.sha256();
  }

  private static String chosen(Entry.OrderChosen entry) {
    String reason = entry.reason().isEmpty() ? "" : ", because " + entry.reason();
    return entry.order()
        + " (proposed: "
        + entry.proposed()
        + ")"
        + reason
        + ". "
        + String.join("; ", entry.answers())
        + ". Price: "
        + (entry.price().isEmpty() ? "none shown." : String.join(" ", entry.price()));
  }

  private static String elsewhere(Entry.DoneElsewhere entry) {
    return intent(entry.step())
        + ": by "
        + entry.by()
        + " at "
        + Times.exact(entry.at())
        + (entry.how().isEmpty() ? "" : ", " + entry.how());
  }

  private static String because(String word, String text) {
    return text.isEmpty() ? word : word + ", " + text;
  }

  private static String plan(String fingerprint) {
    return fingerprint.length() > 12 ? " · plan " + fingerprint.substring(0, 12) : "";
  }
}
