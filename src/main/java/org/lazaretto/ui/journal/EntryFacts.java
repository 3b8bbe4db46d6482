package org.lazaretto.ui.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.SentRequest;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.ui.fx.Texts;

/** Everything that one journal line says, as named values. */
final class EntryFacts {
  /**
   * A named value; one that is empty is left out.
   *
   * @param exact whether it is code: a name, a command, a hash
   */
  record Fact(String name, String value, boolean exact) {}

  private final List<Fact> facts = new ArrayList<>();

  private EntryFacts() {}

  static List<Fact> of(Entry entry) {
    EntryFacts all = new EntryFacts();
    all.tell(entry);
    return List.copyOf(all.facts);
  }

  private void tell(Entry entry) {
    switch (entry) {
      case Entry.CaseOpened(var info, var version) ->
          exact("case", info.id()).text("title", info.title()).text("version", version);
      case Entry.Opened e ->
          exact("account", e.osUser())
              .exact("host", e.host())
              .text("process", e.pid())
              .text("version", e.productVersion());
      case Entry.ClusterBound e ->
          exact("cluster", e.name())
              .exact("uid", e.uid())
              .exact("server", e.server())
              .text("version", e.version())
              .exact("caller", e.caller());
      case Entry.SuspectMarked e ->
          object(e.pod().object()).exact("node", e.node()).text("reason", e.reason());
      case Entry.SuspectCleared e -> object(e.pod().object()).text("reason", e.reason());
      case Entry.Approved e -> approved(e);
      case Entry.Rated e ->
          plan(e.fingerprint())
              .text("measure", e.measure())
              .text("published", e.published())
              .text("here", e.here())
              .text("lost", String.join("\n", e.lost()));
      case Entry.Held e ->
          text("wizard", e.wizard())
              .text("reason", String.join("\n", e.reasons()))
              .plan(e.fingerprint());
      case Entry.Waived e ->
          exact("finding", e.id())
              .exact(
                  "waivedOf",
                  e.objects().stream().map(ObjectRef::identified).collect(Collectors.joining("\n")))
              .text("reason", e.reason())
              .needed(e)
              .plan(e.fingerprint());
      case Entry.Intent(var note, var visible) -> intent(note).text("visible", visible);
      case Entry.WayBack e ->
          text("step", e.step()).exact("wayback", e.how()).plan(e.fingerprint());
      case Entry.Isolated(var fingerprint, var pod, var seen) ->
          object(pod.object())
              .text("ingress", seen.ingress().word())
              .text("egress", seen.egress().word())
              .text("established", seen.established().word())
              .text("how", seen.how())
              .plan(fingerprint);
      case Entry.Outcome e -> outcome(e);
      case Entry.Verified e -> step(e.step(), e.target()).text("verdict", e.verdict(), e.text());
      case Entry.RunEnded e ->
          text("wizard", e.wizard()).text("ended", e.status(), e.summary()).plan(e.fingerprint());
      case Entry.Reconciled e ->
          step(e.step(), e.target())
              .text("intent", Texts.of("journal.detail.line", e.intentLine()))
              .text("verdict", e.verdict(), e.text());
      case Entry.EvidenceTaken(var item) -> evidence(item);
      case Entry.EvidenceChecked e ->
          text("items", Integer.toString(e.items()))
              .text("differing", String.join("\n", e.differing()));
      case Entry.Gap e -> text("what", e.what()).text("why", e.why());
      case Entry.TornTail e ->
          exact("file", e.file()).text("size", Legible.size(e.bytes())).exact("sha256", e.sha256());
      case Entry.ClockJump e -> text("by", e.by()).text("expected", Legible.whole(e.expected()));
      case Entry.ReportWritten e ->
          exact("file", e.file())
              .text("format", e.format())
              .text("classification", e.classification())
              .exact("sha256", e.sha256());
      case Entry.OrderChosen e ->
          text("order", e.order())
              .text("proposed", e.proposed())
              .text("answers", String.join("\n", e.answers()))
              .text("price", String.join("\n", e.price()))
              .text("reason", e.reason());
      case Entry.DoneElsewhere e -> {
        text("by", e.by()).text("done", Legible.whole(e.at())).text("words", e.how());
        intent(e.step()).text("visible", e.visible());
      }
      case Entry.Note(var text) -> text("note", text);
    }
  }

  private EntryFacts needed(Entry.Waived waived) {
    return text("needed", Texts.of(waived.needed() ? "journal.detail.yes" : "journal.detail.no"));
  }

  private void approved(Entry.Approved approved) {
    text("wizard", approved.wizard())
        .text("steps", Integer.toString(approved.steps()))
        .plan(approved.fingerprint());
    for (Entry.FindingNote finding : approved.findings()) {
      text("finding", finding.id() + " · " + finding.severity() + " · " + finding.text());
      text("instead", finding.instead());
    }
  }

  private EntryFacts intent(Entry.StepNote note) {
    return step(note.step(), note.target())
        .text("title", note.title())
        .exact("command", note.command())
        .text("playbook", note.playbook())
        .plan(note.fingerprint());
  }

  private void outcome(Entry.Outcome outcome) {
    step(outcome.step(), outcome.target()).text("outcome", outcome.outcome(), outcome.text());
    SentRequest.of(outcome).ifPresent(this::exchange);
  }

  private void exchange(SentRequest exchange) {
    exact("request", exchange.request())
        .exact("body", exchange.body())
        .text(
            "answer",
            exchange.status() == 0
                ? Texts.of("journal.detail.noanswer")
                : Texts.of("journal.detail.status", Integer.toString(exchange.status())))
        .exact("audit", exchange.auditId())
        .exact("version.resource", exchange.resourceVersion());
  }

  private void evidence(EvidenceItem item) {
    exact("item", item.id())
        .text("description", item.draft().description())
        .object(item.draft().source())
        .exact("command", item.draft().method())
        .text("tool", item.draft().tool())
        .text("class", item.draft().kind().id())
        .text(
            "taken",
            Texts.of(
                "journal.detail.span",
                Legible.whole(item.draft().started()),
                Legible.whole(item.ended())))
        .text("collector", item.collector())
        .exact("file", item.file())
        .text("size", Texts.of("journal.detail.size", Legible.size(item.size()), item.size()))
        .exact("sha256", item.sha256());
  }

  private EntryFacts step(String step, ObjectRef target) {
    return exact("step", step).object(target);
  }

  private EntryFacts object(ObjectRef object) {
    return exact("object", object.apiVersion() + " " + object.spoken()).exact("uid", object.uid());
  }

  private EntryFacts plan(String fingerprint) {
    return exact("plan", fingerprint);
  }

  private EntryFacts text(String name, String word, String text) {
    return text(name, text.isEmpty() ? word : word + ": " + text);
  }

  private EntryFacts text(String name, String value) {
    return add(name, value, false);
  }

  private EntryFacts exact(String name, String value) {
    return add(name, value, true);
  }

  private EntryFacts add(String name, String value, boolean exact) {
    if (!value.isEmpty()) {
      facts.add(new Fact(Texts.of("journal.fact." + name), value, exact));
    }
    return this;
  }
}
