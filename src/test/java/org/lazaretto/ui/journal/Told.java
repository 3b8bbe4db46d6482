package org.lazaretto.ui.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.port.Exchange;

/** Tells an invented journal, line by line. */
public final class Told {
  public static final PodRef PAYMENTS = new PodRef("shop", "payments-7f8d-x2k", "uid-x2k");
  public static final ObjectRef NODE = new ObjectRef("v1", "Node", "", "ip-10-0-1-17", "uid-17");
  public static final CaseInfo INFO =
      new CaseInfo("IR-2026-014", "Cryptominer in payments", "uid-c", "shop-eks", true);

  private final List<JournalLine> lines = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T12:02:57.903Z");

  /** A case that was just opened. */
  public static Told begun() {
    return new Told()
        .line(new Entry.CaseOpened(INFO, "0.1.0"))
        .line(new Entry.Opened("ana", "bench-3", "0.1.0", "4711"))
        .line(new Entry.ClusterBound("uid-c", "shop-eks", "https://10.0.0.1", "1.35", "role/ir"));
  }

  public Told line(Entry entry) {
    long number = lines.size() + 1L;
    String prev = lines.isEmpty() ? "0".repeat(64) : lines.getLast().hash();
    String hash = "%064x".formatted(java.math.BigInteger.valueOf(number).pow(31));
    lines.add(new JournalLine(number, now, prev, hash, "responder", entry));
    now = now.plusMillis(217);
    return this;
  }

  public Told marks() {
    return line(new Entry.SuspectMarked(PAYMENTS, NODE.name(), "CPU 3.9 cores, unknown process"));
  }

  public Told approves(String wizard, String plan, int steps) {
    Entry.FindingNote finding =
        new Entry.FindingNote("T-10", "warn", "A label change starts a replacement.", "Wait.");
    return line(new Entry.Approved(wizard, plan, steps, List.of(finding)));
  }

  public Told intends(String plan, String step, String action, ObjectRef target, String title) {
    String command = "kubectl --context shop " + action + " " + target.path() + " " + step;
    return line(
        new Entry.Intent(
            new Entry.StepNote(plan, step, action, target, title, command, "C-P-01, step 2")));
  }

  public Told ends(String plan, String step, ObjectRef target, String outcome, String text) {
    Exchange exchange =
        new Exchange(
            "PATCH /api/v1/nodes/" + target.name(),
            "{\"spec\":{\"unschedulable\":true}}",
            200,
            "3f0c7c1e-6f0d-4a5e-9b7a-0d8c6f1f0001",
            "88123");
    return line(new Entry.Outcome(plan, step, target, outcome, text, Optional.of(exchange)));
  }

  public Told reads(String plan, String step, ObjectRef target, String verdict) {
    return line(new Entry.Verified(plan, step, target, verdict, "it was read again"));
  }

  public Told runEnds(String wizard, String plan, String status) {
    return line(new Entry.RunEnded(wizard, plan, status, "1 step verified"));
  }

  /** A cordon of one node that holds, from its intent to its verdict. */
  public Told cordons(String plan) {
    return intends(plan, "S-001", "cordon-node", NODE, "Cordon " + NODE.name())
        .ends(plan, "S-001", NODE, "done", "spec.unschedulable is true")
        .reads(plan, "S-001", NODE, "holds");
  }

  /** The intent of keeping one answer, its evidence, outcome and verdict. */
  public Told keeps(String plan, int number, String what) {
    ObjectRef pod = PAYMENTS.object();
    String step = "S-%03d".formatted(number);
    intends(plan, step, "keep-response", pod, "Keep " + what);
    Entry.Intent intent = (Entry.Intent) lines.getLast().entry();
    line(new Entry.EvidenceTaken(item(number, what, pod, intent.step().command())));
    return ends(plan, step, pod, "done", "bytes kept").reads(plan, step, pod, "holds");
  }

  /** An item of 12 412 bytes. */
  public EvidenceItem item(int number, String what, ObjectRef source, String method) {
    EvidenceDraft draft =
        new EvidenceDraft(
            what,
            source,
            method,
            "lazaretto 0.1.0",
            now,
            EvidenceClass.API_STATE,
            "application/json");
    String id = "EV-%04d".formatted(number);
    return new EvidenceItem(
        id,
        draft,
        now,
        12_412,
        "%064x".formatted(number * 7919L),
        "evidence/" + id + "-api-state/item.json",
        "responder");
  }

  /** A whole freeze of three answers that all were kept. */
  public Told freezes(String plan) {
    return approves("freeze", plan, 3)
        .keeps(plan, 1, "object of " + PAYMENTS.path())
        .keeps(plan, 2, "log of container app")
        .keeps(plan, 3, "events of " + PAYMENTS.path())
        .runEnds("freeze", plan, "done");
  }

  public List<JournalLine> lines() {
    return List.copyOf(lines);
  }
}
