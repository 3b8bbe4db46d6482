package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** T-12b: whom {@code kill 1} hits, whether it is heard, and what comes after it. */
final class KilledFirst implements Rule {
  private static final String ID = "T-12b";

  @Override
  public List<Finding> of(Scene scene) {
    List<DisposeStep.RestartContainer> all = new ArrayList<>();
    for (Step step : scene.plan().steps()) {
      if (step instanceof DisposeStep.RestartContainer restart) {
        all.add(restart);
      }
    }
    if (all.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    add(findings, only(all, step -> host(scene, step).pid()), KilledFirst::nodesInit);
    add(
        findings,
        only(all, step -> !host(scene, step).pid() && host(scene, step).sharedPidNamespace()),
        KilledFirst::sandbox);
    add(findings, only(all, step -> step.restartPolicy().equals("Never")), KilledFirst::forGood);
    findings.add(unheard(all));
    return findings;
  }

  private static HostAccess host(Scene scene, DisposeStep.RestartContainer step) {
    return scene
        .snapshot()
        .pod(step.pod().uid())
        .map(Pod::shape)
        .map(shape -> shape.host())
        .orElse(HostAccess.NONE);
  }

  private static List<DisposeStep.RestartContainer> only(
      List<DisposeStep.RestartContainer> all, Predicate<DisposeStep.RestartContainer> which) {
    return all.stream().filter(which).toList();
  }

  private interface Saying {
    Finding of(List<DisposeStep.RestartContainer> steps);
  }

  private static void add(
      List<Finding> findings, List<DisposeStep.RestartContainer> steps, Saying words) {
    if (!steps.isEmpty()) {
      findings.add(words.of(steps));
    }
  }

  private static Finding finding(
      Severity severity, List<DisposeStep.RestartContainer> steps, String text, String instead) {
    Set<ObjectRef> objects = new LinkedHashSet<>();
    List<StepId> ids = new ArrayList<>();
    for (DisposeStep.RestartContainer step : steps) {
      objects.add(step.target());
      ids.add(step.id());
    }
    return new Finding(ID, severity, List.copyOf(objects), ids, text, instead);
  }

  private static Finding nodesInit(List<DisposeStep.RestartContainer> steps) {
    return finding(
        Severity.STOP,
        steps,
        "The pod shares the node's processes, told by hostPID: number 1 in there is the node's own"
            + " init, and not the container.",
        "Delete the pod, or have the container stopped on the node.");
  }

  private static Finding sandbox(List<DisposeStep.RestartContainer> steps) {
    return finding(
        Severity.STOP,
        steps,
        "The pod's containers share their processes, told by shareProcessNamespace: number 1 in"
            + " there is the sandbox, which ends all of them, and not the container that is meant.",
        "Delete the pod, or have the container stopped on the node.");
  }

  private static Finding forGood(List<DisposeStep.RestartContainer> steps) {
    return finding(
        Severity.STOP,
        steps,
        "The pod's restartPolicy is Never: its node does not start the container again, so it ends"
            + " for good.",
        "Say that it is to end, by deleting the pod; or waive it.");
  }

  private static Finding unheard(List<DisposeStep.RestartContainer> steps) {
    return finding(
        Severity.WARN,
        steps,
        "A first process that handles no signals ignores the one that it is sent, and each restart"
            + " discards what the container wrote to its own layer (held as E-container-layer for"
            + " the pod's UID); what starts again comes from the same image, with the same hole."
            + " Whether it was heard is read from the restart count.",
        "Capture first. If the count does not rise, have the container stopped on the node.");
  }
}
