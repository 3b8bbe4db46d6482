package org.lazaretto.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

/** Writes the journal of an invented case, one line a second. */
public final class CaseLines {
  /** When the case is opened. */
  public static final Instant BEGAN = Instant.parse("2026-11-21T11:48:41Z");

  private final CaseReader reader = new CaseReader();
  private final List<JournalLine> lines = new ArrayList<>();
  private Instant now = BEGAN;

  /** A case that was opened and bound. */
  public CaseLines() {
    CaseInfo info = new CaseInfo("IR-2026-014", "Miner", "", "", false);
    write(new Entry.CaseOpened(info, "0.1.0"));
    write(new Entry.Opened("ana", "laptop", "0.1.0", "1"));
  }

  /** A pod of that name. */
  public static PodRef pod(String name) {
    return new PodRef("shop", name, "uid-" + name);
  }

  private static ObjectRef node(String name) {
    return new ObjectRef("v1", "Node", "", name, "uid-" + name);
  }

  /** Writes an entry. */
  public CaseLines write(Entry entry) {
    lines.add(new JournalLine(lines.size() + 1L, now, "", "", "ana", entry));
    now = now.plus(Duration.ofSeconds(1));
    return this;
  }

  /** Marks a pod on a node. */
  public CaseLines marks(String name, String node) {
    return write(new Entry.SuspectMarked(pod(name), node, "mines"));
  }

  /** Takes a mark back. */
  public CaseLines clears(String name) {
    return write(new Entry.SuspectCleared(pod(name), "a mistake"));
  }

  /** Takes evidence of a pod. */
  public CaseLines captures(String name) {
    EvidenceDraft draft =
        new EvidenceDraft(
            "metadata",
            pod(name).object(),
            "get",
            "lazaretto",
            now,
            EvidenceClass.API_STATE,
            "application/json");
    return write(
        new Entry.EvidenceTaken(
            new EvidenceItem("EV-0001", draft, now, 1, "00", "evidence/EV-0001/x", "ana")));
  }

  /** Approves a plan. */
  public CaseLines approves(String wizard) {
    return write(new Entry.Approved(wizard, wizard, 1, List.of()));
  }

  /** Begins a step on a node and does not end it. */
  public CaseLines begins(String wizard, String action, String node) {
    return write(
        new Entry.Intent(
            new Entry.StepNote(wizard, action + node, action, node(node), "", "", "")));
  }

  /** Ends a step on a node. */
  public CaseLines ends(String wizard, String action, String node, String outcome) {
    return write(
        new Entry.Outcome(wizard, action + node, node(node), outcome, "", Optional.empty()));
  }

  /** Reads again whether a step holds. */
  public CaseLines reads(String wizard, String action, String node, String verdict) {
    return write(new Entry.Verified(wizard, action + node, node(node), verdict, ""));
  }

  /** Ends a run. */
  public CaseLines ended(String wizard, String status) {
    return write(new Entry.RunEnded(wizard, wizard, status, "1 step verified"));
  }

  /** Cordons a node. */
  public CaseLines cordons(String node) {
    return approves("cordon")
        .begins("cordon", "cordon-node", node)
        .ends("cordon", "cordon-node", node, "done")
        .reads("cordon", "cordon-node", node, "holds")
        .ended("cordon", "done");
  }

  /** Evacuates a node. */
  public CaseLines evacuates(String node) {
    return approves("evacuate")
        .begins("evacuate", "prove-nothing-new", node)
        .ends("evacuate", "prove-nothing-new", node, "done")
        .reads("evacuate", "prove-nothing-new", node, "holds")
        .ended("evacuate", "done");
  }

  /** Isolates a pod. */
  public CaseLines isolates(String name) {
    ObjectRef pod = pod(name).object();
    Entry.StepNote step = new Entry.StepNote("isolate", "S-002", "quarantine-pod", pod, "", "", "");
    return write(new Entry.Intent(step))
        .write(new Entry.Outcome("isolate", "S-002", pod, "done", "", Optional.empty()))
        .write(new Entry.Verified("isolate", "S-002", pod, "holds", ""));
  }

  /** Chooses an order. */
  public CaseLines chooses(String order) {
    return write(new Entry.OrderChosen(order, "quiet", List.of(), List.of(), ""));
  }

  /** Writes a report. */
  public CaseLines reports() {
    return write(new Entry.ReportWritten("html", "reports/report.html", "00", "TLP:AMBER"));
  }

  /** All lines so far. */
  public List<JournalLine> lines() {
    return List.copyOf(lines);
  }

  /** How far the case is; the same for who read it line by line and for who reads all of it. */
  public CaseProgress progress() {
    CaseProgress whole = CaseProgress.of(lines);
    assertThat(reader.read(lines)).isEqualTo(whole);
    return whole;
  }
}
