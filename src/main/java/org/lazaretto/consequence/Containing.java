package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** What of a plan shuts suspects off. */
final class Containing {
  private Containing() {}

  /** The request, if the plan isolates. */
  static Optional<Request.Isolate> request(Scene scene) {
    return scene.plan().request() instanceof Request.Isolate isolate
        ? Optional.of(isolate)
        : Optional.empty();
  }

  /** The suspects that the plan's label can reach; a static pod's labels are its node's. */
  static List<Pod> suspects(Scene scene) {
    return scene.suspects().stream().filter(pod -> !pod.mirror()).toList();
  }

  /** The edits of that purpose. */
  static List<ContainStep.EditFields> edits(Scene scene, Purpose purpose) {
    List<ContainStep.EditFields> edits = new ArrayList<>();
    for (Step step : scene.plan().steps()) {
      if (step instanceof ContainStep.EditFields edit && edit.purpose() == purpose) {
        edits.add(edit);
      }
    }
    return edits;
  }

  /** The steps that make the case's policies and give its label. */
  static List<StepId> policySteps(Scene scene) {
    return scene.plan().steps().stream()
        .filter(step ->
            step instanceof ContainStep.MakePolicy
                || (step instanceof ContainStep.EditFields edit
                    && edit.purpose() == Purpose.QUARANTINE_POD))
        .map(Step::id)
        .toList();
  }

  /** Those of these pods alone. */
  static List<StepId> policySteps(Scene scene, List<Pod> pods) {
    Set<String> uids = pods.stream().map(pod -> pod.ref().uid()).collect(Collectors.toSet());
    Set<String> namespaces =
        pods.stream().map(pod -> pod.ref().namespace()).collect(Collectors.toSet());
    return Causes.steps(
        scene,
        step ->
            (step instanceof ContainStep.MakePolicy make
                    && namespaces.contains(make.target().namespace()))
                || (step instanceof ContainStep.EditFields edit
                    && edit.purpose() == Purpose.QUARANTINE_POD
                    && uids.contains(edit.target().uid())));
  }

  static List<StepId> ids(List<? extends Step> steps) {
    return steps.stream().map(Step::id).toList();
  }

  /** What the edits are made to. */
  static List<ObjectRef> targets(List<ContainStep.EditFields> edits) {
    return edits.stream().map(Step::target).distinct().toList();
  }
}
