package org.lazaretto.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.Fields.Malformed;
import org.lazaretto.model.Connections;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.port.Exchange;

/** Reads an entry back from the members that {@link EntryWriter} wrote. */
final class EntryReader {
  private EntryReader() {}

  /** A line whose type this version does not know: a newer version wrote it. */
  static final class UnknownType extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownType(String type) {
      super(type);
    }
  }

  static Entry read(String type, Fields in) throws Malformed, UnknownType {
    return switch (type) {
      case "case-opened" -> new Entry.CaseOpened(info(in), in.text("productVersion"));
      case "opened" ->
          new Entry.Opened(
              in.text("osUser"), in.text("host"), in.text("productVersion"), in.text("pid"));
      case "cluster-bound" ->
          new Entry.ClusterBound(
              in.text("uid"),
              in.text("name"),
              in.text("server"),
              in.text("version"),
              in.text("caller"));
      case "suspect-marked" ->
          new Entry.SuspectMarked(pod(in.object("pod")), in.text("node"), in.text("reason"));
      case "suspect-cleared" -> new Entry.SuspectCleared(pod(in.object("pod")), in.text("reason"));
      case "approved" -> approved(in);
      case "rated" ->
          new Entry.Rated(
              in.text("fingerprint"),
              in.text("measure"),
              in.text("published"),
              in.text("here"),
              in.texts("lost"));
      case "held" -> new Entry.Held(in.text("wizard"), in.text("fingerprint"), in.texts("reasons"));
      case "waived" ->
          new Entry.Waived(
              in.text("fingerprint"),
              in.text("id"),
              objects(in),
              in.text("reason"),
              in.flag("needed"));
      case "intent" -> new Entry.Intent(step(in), in.has("visible") ? in.text("visible") : "");
      case "outcome" -> outcome(in);
      case "verified" ->
          new Entry.Verified(
              in.text("fingerprint"),
              in.text("step"),
              target(in.object("target")),
              in.text("verdict"),
              in.text("text"));
      case "run-ended" ->
          new Entry.RunEnded(
              in.text("wizard"), in.text("fingerprint"), in.text("status"), in.text("summary"));
      case "reconciled" ->
          new Entry.Reconciled(
              in.number("intentLine"),
              in.text("step"),
              target(in.object("target")),
              in.text("verdict"),
              in.text("text"));
      default -> record(type, in);
    };
  }

  private static Entry record(String type, Fields in) throws Malformed, UnknownType {
    return switch (type) {
      case "evidence-taken" -> new Entry.EvidenceTaken(evidence(in));
      case "evidence-checked" ->
          new Entry.EvidenceChecked(in.small("items"), in.texts("differing"));
      case "gap" -> new Entry.Gap(in.text("what"), in.text("why"));
      case "torn-tail" -> new Entry.TornTail(in.small("bytes"), in.text("file"), in.text("sha256"));
      case "clock-jump" -> new Entry.ClockJump(in.instant("expected"), in.text("by"));
      case "report-written" ->
          new Entry.ReportWritten(
              in.text("format"),
              in.text("file"),
              in.text("sha256"),
              in.has("classification") ? in.text("classification") : "");
      case "order-chosen" ->
          new Entry.OrderChosen(
              in.text("order"),
              in.text("proposed"),
              in.texts("answers"),
              in.texts("price"),
              in.text("reason"),
              replies(in));
      case "done-elsewhere" ->
          new Entry.DoneElsewhere(
              step(in),
              in.text("by"),
              in.instant("doneAt"),
              in.text("how"),
              in.has("visible") ? in.text("visible") : "");
      case "note" -> new Entry.Note(in.text("text"));
      case "way-back" -> new Entry.WayBack(in.text("fingerprint"), in.text("step"), in.text("how"));
      case "isolated" ->
          new Entry.Isolated(
              in.text("fingerprint"),
              pod(in.object("pod")),
              new Connections(
                  Connections.State.of(in.text("ingress")),
                  Connections.State.of(in.text("egress")),
                  Connections.State.of(in.text("established")),
                  in.text("text")));
      default -> throw new UnknownType(type);
    };
  }

  private static List<Entry.Reply> replies(Fields in) throws Malformed {
    List<Entry.Reply> replies = new ArrayList<>();
    if (in.has("replies")) {
      for (Fields each : in.objects("replies")) {
        replies.add(new Entry.Reply(each.text("question"), each.text("reply"), each.flag("given")));
      }
    }
    return replies;
  }

  static CaseInfo info(Fields in) throws Malformed {
    return new CaseInfo(
        in.text("id"),
        in.text("title"),
        in.text("clusterUid"),
        in.text("clusterName"),
        in.flag("exercise"));
  }

  private static Entry approved(Fields in) throws Malformed {
    List<Entry.FindingNote> findings = new ArrayList<>();
    for (Fields each : in.objects("findings")) {
      findings.add(
          new Entry.FindingNote(
              each.text("id"), each.text("severity"), each.text("text"), each.text("instead")));
    }
    return new Entry.Approved(
        in.text("wizard"), in.text("fingerprint"), in.small("steps"), findings);
  }

  private static Entry.StepNote step(Fields in) throws Malformed {
    return new Entry.StepNote(
        in.text("fingerprint"),
        in.text("step"),
        in.text("action"),
        target(in.object("target")),
        in.text("title"),
        in.text("command"),
        in.text("playbook"));
  }

  private static Entry outcome(Fields in) throws Malformed {
    Optional<Exchange> exchange =
        in.has("exchange") ? Optional.of(exchange(in.object("exchange"))) : Optional.empty();
    return new Entry.Outcome(
        in.text("fingerprint"),
        in.text("step"),
        target(in.object("target")),
        in.text("outcome"),
        in.text("text"),
        exchange);
  }

  private static Exchange exchange(Fields in) throws Malformed {
    return new Exchange(
        in.text("request"),
        in.text("body"),
        in.small("status"),
        in.text("auditId"),
        in.text("resourceVersion"));
  }

  private static List<ObjectRef> objects(Fields in) throws Malformed {
    List<ObjectRef> objects = new ArrayList<>();
    if (in.has("objects")) {
      for (Fields each : in.objects("objects")) {
        objects.add(target(each));
      }
    }
    return objects;
  }

  private static ObjectRef target(Fields in) throws Malformed {
    return new ObjectRef(
        in.text("apiVersion"),
        in.text("kind"),
        in.text("namespace"),
        in.text("name"),
        in.text("uid"));
  }

  private static PodRef pod(Fields in) throws Malformed {
    return new PodRef(in.text("namespace"), in.text("name"), in.text("uid"));
  }

  private static EvidenceItem evidence(Fields in) throws Malformed {
    EvidenceDraft draft =
        new EvidenceDraft(
            in.text("description"),
            target(in.object("source")),
            in.text("method"),
            in.text("tool"),
            in.instant("started"),
            kind(in.text("class")),
            in.text("mediaType"));
    return new EvidenceItem(
        in.text("id"),
        draft,
        in.instant("ended"),
        in.number("size"),
        in.text("sha256"),
        in.text("file"),
        in.text("collector"));
  }

  private static EvidenceClass kind(String id) throws Malformed {
    for (EvidenceClass value : EvidenceClass.values()) {
      if (value.id().equals(id)) {
        return value;
      }
    }
    throw new Malformed("its class of evidence is not known");
  }
}
