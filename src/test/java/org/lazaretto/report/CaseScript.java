package org.lazaretto.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.port.Exchange;

/** Writes the journal of an invented case, line by line, for tests of the report. */
final class CaseScript {
  static final String UID = "6c1f0b7e-3a52-4f7d-9d50-2b8f5b1fe20a";
  static final CaseInfo INFO =
      new CaseInfo(
          "IR-2026-014", "Cryptominer in the payments Deployment", UID, "prod-eu-1", false);

  private final List<JournalLine> lines = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T11:48:41.120Z");
  private String operator = "a.meier";
  private int step;

  static CaseScript begin() {
    return new CaseScript()
        .write(new Entry.CaseOpened(INFO, "0.1.0"))
        .write(new Entry.Opened("ameier", "ir-laptop-3", "0.1.0", "4711"))
        .write(
            new Entry.ClusterBound(
                UID, "prod-eu-1", "https://10.0.0.2:6443", "v1.35.2", "arn:aws:iam::1:role/ir"));
  }

  static ObjectRef node(String name) {
    return new ObjectRef("v1", "Node", "", name, "n-" + name);
  }

  static ObjectRef pod(String name) {
    return new ObjectRef("v1", "Pod", "shop", name, "91c2aa10-0000-4000-8000-" + name);
  }

  CaseScript write(Entry entry) {
    long number = lines.size() + 1L;
    String prev = lines.isEmpty() ? "0".repeat(64) : lines.getLast().hash();
    String hash = "%016x%048x".formatted(number * 0x9f3a52e10d77c1d0L, number);
    lines.add(new JournalLine(number, now, prev, hash, operator, entry));
    return after(40);
  }

  CaseScript after(long millis) {
    now = now.plusMillis(millis);
    return this;
  }

  CaseScript afterMinutes(double minutes) {
    return after(Math.round(minutes * 60_000));
  }

  CaseScript by(String name) {
    operator = name;
    return this;
  }

  CaseScript marks(String podName, String node, String reason) {
    ObjectRef pod = pod(podName);
    return write(
        new Entry.SuspectMarked(new PodRef("shop", podName, pod.uid()), "ip-" + node, reason));
  }

  CaseScript plan(String wizard, String fingerprint, int steps, Entry.FindingNote... findings) {
    step = 0;
    return write(new Entry.Approved(wizard, fingerprint, steps, List.of(findings)));
  }

  CaseScript intends(String plan, String action, ObjectRef target, String title, String command) {
    step++;
    String playbook = action.equals("evict-pod") ? "EKS-ISOLATE, Rescheduling" : "C-P-01, step 2";
    return write(
        new Entry.Intent(
            new Entry.StepNote(plan, id(), action, target, title, command, playbook),
            visible(action)));
  }

  private static String visible(String action) {
    return switch (action) {
      case "keep-response", "prove-nothing-new" -> "nowhere inside the pod";
      case "cordon-node" -> "api";
      case "evict-pod" -> "network, process, api";
      default -> "";
    };
  }

  CaseScript ends(String plan, ObjectRef target, String outcome, String text) {
    Exchange exchange =
        new Exchange(
            "PATCH /api/v1/nodes/" + target.name(),
            "{\"spec\":{\"unschedulable\":true}}",
            outcome.equals("unknown") ? 0 : 200,
            outcome.equals("unknown") ? "" : "3f0c7c1e-6f0d-4a5e-9b7a-0d8c6f1f" + lines.size(),
            "88123");
    return write(new Entry.Outcome(plan, id(), target, outcome, text, Optional.of(exchange)));
  }

  CaseScript reads(String plan, ObjectRef target, String verdict, String text) {
    return write(new Entry.Verified(plan, id(), target, verdict, text));
  }

  CaseScript cordons(String plan, String node) {
    ObjectRef target = node("ip-" + node);
    String command = "kubectl --context prod-eu-1 cordon ip-" + node;
    return intends(plan, "cordon-node", target, "Cordon ip-" + node, command)
        .after(80)
        .ends(plan, target, "done", "unschedulable")
        .after(60)
        .reads(plan, target, "holds", "node read again");
  }

  CaseScript evicts(String plan, String podName, long millis) {
    begins(plan, podName).after(millis);
    return ends(plan, pod(podName), "done", "evicted")
        .reads(plan, pod(podName), "holds", "gone, replacement ready");
  }

  CaseScript begins(String plan, String podName) {
    String path = "/api/v1/namespaces/shop/pods/" + podName + "/eviction";
    String command =
        "printf %s '{\"apiVersion\":\"policy/v1\",\"kind\":\"Eviction\"}' | kubectl --context"
            + " prod-eu-1 create --raw "
            + path
            + " -f -";
    return intends(plan, "evict-pod", pod(podName), "Evict shop/" + podName, command);
  }

  CaseScript keeps(String plan, String what, ObjectRef source, long size) {
    int number =
        1 + (int) lines.stream().filter(l -> l.entry() instanceof Entry.EvidenceTaken).count();
    String id = "EV-%04d".formatted(number);
    String command = "kubectl --context prod-eu-1 get --raw /api/v1/" + source.path();
    intends(plan, "keep-response", source, "Keep " + what, command).after(200);
    write(new Entry.EvidenceTaken(item(id, what, source, size)));
    return ends(plan, source, "done", id);
  }

  private EvidenceItem item(String id, String what, ObjectRef source, long size) {
    EvidenceDraft draft =
        new EvidenceDraft(
            what,
            source,
            "GET /api/v1/" + source.path(),
            "lazaretto 0.1.0",
            now.minus(Duration.ofMillis(180)),
            EvidenceClass.API_STATE,
            "application/json");
    String hash = "%016x%048x".formatted(size * 0x4be190aa7c3d18ffL, size);
    return new EvidenceItem(
        id, draft, now, size, hash, "evidence/" + id + "-pod/response.json", operator);
  }

  CaseScript runEnds(String wizard, String plan, String status, String summary) {
    return write(new Entry.RunEnded(wizard, plan, status, summary));
  }

  private String id() {
    return "S-%03d".formatted(step);
  }

  List<JournalLine> lines() {
    return List.copyOf(lines);
  }

  ReportInput input() {
    return input(INFO, new ChainState(true, List.of(), false));
  }

  ReportInput input(CaseInfo info, ChainState chain) {
    return new ReportInput(
        info,
        lines(),
        chain,
        new ReportInput.Edition("0.1.0", now.plusSeconds(600), Classification.AMBER),
        List.of(),
        List.of(),
        OptionalInt.of(214));
  }

  IncidentReport report() {
    return IncidentReport.of(input());
  }
}
