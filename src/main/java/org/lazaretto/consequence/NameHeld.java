package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Wizard;

/** T-12: a StatefulSet's replacement has the suspect's name, and waits until that one is gone. */
final class NameHeld implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Pod> suspects =
        scene.suspects().stream()
            .filter(NameHeld::ofStatefulSet)
            .filter(pod -> !ownerEnds(scene, pod))
            .toList();
    int n = suspects.size();
    if (n == 0 || scene.plan().wizard() == Wizard.FREEZE) {
      return List.of();
    }
    List<ObjectRef> objects = new ArrayList<>(Scene.objects(suspects));
    List<StepId> acting = taking(scene, objects);
    suspects.stream().flatMap(p -> p.controller().stream()).distinct().forEach(objects::add);
    return List.of(
        new Finding(
            "T-12",
            acting.isEmpty() ? Severity.INFORM : Severity.WARN,
            objects,
            acting.isEmpty() ? Causes.onNodesOf(scene, suspects) : acting,
            Words.count(n, "suspect", " ")
                + Words.form(n, "belongs", "belong")
                + " to a StatefulSet, told by "
                + Words.form(n, "its", "their")
                + " owner: the replacement carries the same name, so none can start until the"
                + " suspect is gone, and a rollout waits behind it.",
            "Count on one replica less for as long as the suspect is kept; do not force its"
                + " deletion."));
  }

  /** The steps that take a suspect from its owner; a label of ours or a look inside does not. */
  private static List<StepId> taking(Scene scene, List<ObjectRef> suspects) {
    return Causes.steps(
        scene,
        step ->
            suspects.contains(step.target())
                && (step instanceof DisposeStep.DeletePod
                    || (step instanceof ContainStep.EditFields edit
                        && edit.purpose() == Purpose.STRIP_LABELS)));
  }

  /** Nothing replaces a suspect whose owner goes, or is to have no pod. */
  private static boolean ownerEnds(Scene scene, Pod pod) {
    return scene.plan().steps().stream()
        .filter(step ->
            step instanceof DisposeStep.DeleteOwner || step instanceof DisposeStep.ScaleToZero)
        .map(Step::target)
        .anyMatch(target -> pod.controller().filter(target::equals).isPresent());
  }

  private static boolean ofStatefulSet(Pod pod) {
    return pod.controller().map(owner -> owner.kind().equals("StatefulSet")).orElse(false);
  }
}
