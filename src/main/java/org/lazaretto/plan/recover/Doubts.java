package org.lazaretto.plan.recover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.HostSuspicion;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** What speaks against going back: the hole may be open, the suspect there, the host lost. */
final class Doubts {
  private final ClusterSnapshot snapshot;
  private final Request.Recover request;
  private final History history;

  Doubts(ClusterSnapshot snapshot, Request.Recover request, History history) {
    this.snapshot = snapshot;
    this.request = request;
    this.history = history;
  }

  List<Finding> about(List<Step> steps) {
    List<Finding> findings = new ArrayList<>();
    if (request.hardened().isBlank()) {
      findings.add(unhardened());
    }
    List<Pod> there =
        history.marked().keySet().stream()
            .map(PodRef::uid)
            .sorted()
            .flatMap(uid -> snapshot.pod(uid).stream())
            .filter(Pod::active)
            .toList();
    List<StepId> opening = opening(steps, there);
    if (!opening.isEmpty()) {
      findings.add(opened(there, opening));
    }
    for (Step step : steps) {
      if (step instanceof ContainStep.EditFields edit && edit.purpose() == Purpose.UNCORDON) {
        findings.addAll(uncordoned(edit));
      }
    }
    return findings;
  }

  private static Finding unhardened() {
    return new Finding(
        "R-02",
        Severity.STOP,
        List.of(),
        List.of(),
        "Nobody has said what let the intruder in and how it was closed; what is opened again may"
            + " be taken again.",
        "Close it, then say so when planning the recovery.");
  }

  /** Everything that a case shut besides nodes was shut to its suspects. */
  private static List<StepId> opening(List<Step> steps, List<Pod> there) {
    return steps.stream()
        .filter(step -> !there.isEmpty() && !step.target().kind().equals("Node"))
        .filter(step -> !(step instanceof ContainStep.RemoveProbe))
        .map(Step::id)
        .toList();
  }

  private static Finding opened(List<Pod> there, List<StepId> steps) {
    return new Finding(
        "R-03",
        Severity.STOP,
        there.stream().map(Pod::object).toList(),
        steps,
        (there.size() == 1 ? "A suspect is" : there.size() + " suspects are")
            + " still running, told by UID; this opens what was shut.",
        "Dispose of the suspects first, or take the marks back if they were wrong.");
  }

  /** T-47, section 2: a node whose host was suspected is replaced, not put back. */
  private List<Finding> uncordoned(ContainStep.EditFields step) {
    List<ObjectRef> lost = new ArrayList<>();
    List<ObjectRef> unknown = new ArrayList<>();
    List<ObjectRef> beside = new ArrayList<>();
    for (Map.Entry<PodRef, String> mark : history.marked().entrySet()) {
      if (mark.getValue().equals(step.target().name())) {
        PodRef ref = mark.getKey();
        boolean suspected = snapshot.pod(ref.uid()).map(HostSuspicion::suspected).orElse(false);
        if (snapshot.pod(ref.uid()).filter(Pod::active).isPresent()) {
          beside.add(ref.object());
        }
        if (suspected) {
          lost.add(ref.object());
        } else if (snapshot.pod(ref.uid()).isEmpty()) {
          unknown.add(ref.object());
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    if (!lost.isEmpty() || tainted(step.target())) {
      findings.add(lost(step, lost));
    } else if (!unknown.isEmpty()) {
      findings.add(unknown(step, unknown));
    }
    if (!beside.isEmpty()) {
      findings.add(beside(step, beside));
    }
    return findings;
  }

  /** The case tainted it because it held the host to be suspected. */
  private boolean tainted(ObjectRef node) {
    return history.applied().stream()
        .anyMatch(applied ->
            applied.action().equals(Purpose.TAINT_NODE.word())
                && applied.back().target().equals(node));
  }

  private static Finding lost(ContainStep.EditFields step, List<ObjectRef> suspects) {
    List<ObjectRef> objects = new ArrayList<>(suspects);
    objects.add(step.target());
    return new Finding(
        "T-47",
        Severity.STOP,
        objects,
        List.of(step.id()),
        "The host "
            + step.target().name()
            + " was suspected, by what a suspect on it shares with its node or by the case's taint:"
            + " whoever had it may have left something there.",
        "Replace the node; do not put it back.");
  }

  private static Finding beside(ContainStep.EditFields step, List<ObjectRef> running) {
    return new Finding(
        "R-03",
        Severity.WARN,
        running,
        List.of(step.id()),
        (running.size() == 1 ? "A suspect" : running.size() + " suspects")
            + " on "
            + step.target().name()
            + (running.size() == 1 ? " is" : " are")
            + " still running, told by UID: new pods are placed beside "
            + (running.size() == 1 ? "it" : "them")
            + " again.",
        "Dispose of the suspects first, or take the marks back if they were wrong.");
  }

  private static Finding unknown(ContainStep.EditFields step, List<ObjectRef> gone) {
    return new Finding(
        "T-47",
        Severity.WARN,
        gone,
        List.of(step.id()),
        "Suspects ran on "
            + step.target().name()
            + " that are gone; whether they could reach the host is not seen any more.",
        "Look into what was frozen of them; replace the node if in doubt.");
  }
}
