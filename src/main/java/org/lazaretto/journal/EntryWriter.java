package org.lazaretto.journal;

import java.util.Optional;
import org.lazaretto.model.Connections;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.port.Exchange;

/** Writes an entry's own members, in an order that never changes within a format version. */
final class EntryWriter {
  private EntryWriter() {}

  /** The word under which an entry stands in the journal; never changes once written. */
  static String word(Entry entry) {
    return switch (entry) {
      case Entry.CaseOpened _ -> "case-opened";
      case Entry.Opened _ -> "opened";
      case Entry.ClusterBound _ -> "cluster-bound";
      case Entry.SuspectMarked _ -> "suspect-marked";
      case Entry.SuspectCleared _ -> "suspect-cleared";
      case Entry.Approved _ -> "approved";
      case Entry.Rated _ -> "rated";
      case Entry.Held _ -> "held";
      case Entry.Waived _ -> "waived";
      case Entry.WayBack _ -> "way-back";
      case Entry.Isolated _ -> "isolated";
      case Entry.Intent _ -> "intent";
      case Entry.Outcome _ -> "outcome";
      case Entry.Verified _ -> "verified";
      case Entry.RunEnded _ -> "run-ended";
      case Entry.Reconciled _ -> "reconciled";
      case Entry.EvidenceTaken _ -> "evidence-taken";
      case Entry.EvidenceChecked _ -> "evidence-checked";
      case Entry.Gap _ -> "gap";
      case Entry.TornTail _ -> "torn-tail";
      case Entry.ClockJump _ -> "clock-jump";
      case Entry.ReportWritten _ -> "report-written";
      case Entry.OrderChosen _ -> "order-chosen";
      case Entry.DoneElsewhere _ -> "done-elsewhere";
      case Entry.Note _ -> "note";
    };
  }

  static void members(CanonicalJson json, Entry entry) {
    switch (entry) {
      case Entry.CaseOpened(var info, var version) -> {
        info(json, info);
        json.text("productVersion", version);
      }
      case Entry.Opened(var user, var host, var version, var pid) ->
          json.text("osUser", user)
              .text("host", host)
              .text("productVersion", version)
              .text("pid", pid);
      case Entry.ClusterBound(var uid, var name, var server, var version, var caller) ->
          json.text("uid", uid)
              .text("name", name)
              .text("server", server)
              .text("version", version)
              .text("caller", caller);
      case Entry.SuspectMarked(var pod, var node, var reason) -> {
        json.open("pod").text("namespace", pod.namespace()).text("name", pod.name());
        json.text("uid", pod.uid()).close().text("node", node).text("reason", reason);
      }
      case Entry.SuspectCleared(var pod, var reason) -> {
        json.open("pod").text("namespace", pod.namespace()).text("name", pod.name());
        json.text("uid", pod.uid()).close().text("reason", reason);
      }
      case Entry.Approved approved -> approved(json, approved);
      case Entry.Rated(var fingerprint, var measure, var published, var here, var lost) ->
          json.text("fingerprint", fingerprint)
              .text("measure", measure)
              .text("published", published)
              .text("here", here)
              .texts("lost", lost);
      case Entry.Held(var wizard, var fingerprint, var reasons) ->
          json.text("wizard", wizard).text("fingerprint", fingerprint).texts("reasons", reasons);
      case Entry.Waived(var fingerprint, var id, var objects, var reason, var needed) ->
          json.text("fingerprint", fingerprint)
              .text("id", id)
              .objects("objects", objects, EntryWriter::members)
              .text("reason", reason)
              .flag("needed", needed);
      case Entry.WayBack(var fingerprint, var step, var how) ->
          json.text("fingerprint", fingerprint).text("step", step).text("how", how);
      case Entry.Isolated isolated -> isolated(json, isolated);
      case Entry.Intent(var step, var visible) -> {
        intent(json, step);
        visible(json, visible);
      }
      case Entry.Outcome outcome -> outcome(json, outcome);
      case Entry.Verified(var fingerprint, var step, var target, var verdict, var text) -> {
        json.text("fingerprint", fingerprint).text("step", step);
        target(json, target);
        json.text("verdict", verdict).text("text", text);
      }
      case Entry.RunEnded(var wizard, var fingerprint, var status, var summary) ->
          json.text("wizard", wizard)
              .text("fingerprint", fingerprint)
              .text("status", status)
              .text("summary", summary);
      case Entry.Reconciled(var line, var step, var target, var verdict, var text) -> {
        json.number("intentLine", line).text("step", step);
        target(json, target);
        json.text("verdict", verdict).text("text", text);
      }
      case Entry.EvidenceTaken(var item) -> evidence(json, item);
      case Entry.EvidenceChecked(var items, var differing) ->
          json.number("items", items).texts("differing", differing);
      case Entry.Gap(var what, var why) -> json.text("what", what).text("why", why);
      case Entry.TornTail(var bytes, var file, var sha256) ->
          json.number("bytes", bytes).text("file", file).text("sha256", sha256);
      case Entry.ClockJump(var expected, var by) ->
          json.exact("expected", expected.toString()).text("by", by);
      case Entry.ReportWritten(var format, var file, var sha256, var classification) ->
          json.text("format", format)
              .text("file", file)
              .text("sha256", sha256)
              .text("classification", classification);
      case Entry.OrderChosen chosen -> order(json, chosen);
      case Entry.DoneElsewhere(var step, var by, var at, var how, var visible) -> {
        intent(json, step);
        json.text("by", by).exact("doneAt", at.toString()).text("how", how);
        visible(json, visible);
      }
      case Entry.Note(var text) -> json.text("text", text);
    }
  }

  private static void order(CanonicalJson json, Entry.OrderChosen chosen) {
    json.text("order", chosen.order())
        .text("proposed", chosen.proposed())
        .texts("answers", chosen.answers())
        .texts("price", chosen.price())
        .text("reason", chosen.reason());
    if (!chosen.replies().isEmpty()) {
      json.objects(
          "replies",
          chosen.replies(),
          (each, reply) ->
              each.text("question", reply.question())
                  .text("reply", reply.reply())
                  .flag("given", reply.given()));
    }
  }

  /** Lines of earlier versions did not have it. */
  private static void visible(CanonicalJson json, String visible) {
    if (!visible.isEmpty()) {
      json.text("visible", visible);
    }
  }

  static void info(CanonicalJson json, CaseInfo info) {
    json.text("id", info.id())
        .text("title", info.title())
        .text("clusterUid", info.clusterUid())
        .text("clusterName", info.clusterName())
        .flag("exercise", info.exercise());
  }

  private static void approved(CanonicalJson json, Entry.Approved approved) {
    json.text("wizard", approved.wizard())
        .text("fingerprint", approved.fingerprint())
        .number("steps", approved.steps())
        .objects(
            "findings",
            approved.findings(),
            (each, finding) ->
                each.text("id", finding.id())
                    .text("severity", finding.severity())
                    .text("text", finding.text())
                    .text("instead", finding.instead()));
  }

  private static void isolated(CanonicalJson json, Entry.Isolated isolated) {
    PodRef pod = isolated.pod();
    Connections seen = isolated.connections();
    json.text("fingerprint", isolated.fingerprint())
        .open("pod")
        .text("namespace", pod.namespace())
        .text("name", pod.name())
        .text("uid", pod.uid())
        .close()
        .text("ingress", seen.ingress().word())
        .text("egress", seen.egress().word())
        .text("established", seen.established().word())
        .text("text", seen.how());
  }

  private static void intent(CanonicalJson json, Entry.StepNote step) {
    json.text("fingerprint", step.fingerprint())
        .text("step", step.step())
        .text("action", step.action());
    target(json, step.target());
    json.text("title", step.title())
        .text("command", step.command())
        .text("playbook", step.playbook());
  }

  private static void outcome(CanonicalJson json, Entry.Outcome outcome) {
    json.text("fingerprint", outcome.fingerprint()).text("step", outcome.step());
    target(json, outcome.target());
    json.text("outcome", outcome.outcome()).text("text", outcome.text());
    exchange(json, outcome.exchange());
  }

  private static void exchange(CanonicalJson json, Optional<Exchange> exchange) {
    exchange.ifPresent(sent ->
        json.open("exchange")
            .text("request", sent.request())
            .text("body", sent.body())
            .number("status", sent.status())
            .text("auditId", sent.auditId())
            .text("resourceVersion", sent.resourceVersion())
            .close());
  }

  private static void target(CanonicalJson json, ObjectRef target) {
    members(json.open("target"), target);
    json.close();
  }

  private static void members(CanonicalJson json, ObjectRef object) {
    json.text("apiVersion", object.apiVersion())
        .text("kind", object.kind())
        .text("namespace", object.namespace())
        .text("name", object.name())
        .text("uid", object.uid());
  }

  /** The script {@code verify-journal.sh} reads {@code file} and {@code sha256} at this place. */
  private static void evidence(CanonicalJson json, EvidenceItem item) {
    EvidenceDraft draft = item.draft();
    json.exact("file", item.file())
        .exact("sha256", item.sha256())
        .number("size", item.size())
        .text("id", item.id())
        .text("class", draft.kind().id())
        .text("mediaType", draft.mediaType())
        .text("description", draft.description())
        .open("source");
    members(json, draft.source());
    json.close()
        .text("method", draft.method())
        .text("tool", draft.tool())
        .exact("started", draft.started().toString())
        .exact("ended", item.ended().toString())
        .text("collector", item.collector());
  }
}
