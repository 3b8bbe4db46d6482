package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Taint;
import org.lazaretto.model.Toleration;
import org.lazaretto.plan.ContainStep.EditFields;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.TaintWords;

/** T-17: a NoExecute taint deletes what does not tolerate it, and asks no budget. */
final class Expelled implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    for (EditFields expel : Containing.edits(scene, Purpose.EXPEL)) {
      for (FieldEdit edit : expel.edits()) {
        if (edit instanceof FieldEdit.Item(_, var item, var add) && add) {
          tainted(scene, expel, TaintWords.taint(item), findings);
        }
      }
    }
    return findings;
  }

  private static void tainted(Scene scene, EditFields expel, Taint taint, List<Finding> findings) {
    List<Pod> deleted = new ArrayList<>();
    List<Pod> later = new ArrayList<>();
    List<Pod> suspects = new ArrayList<>();
    for (Pod pod : Scene.sorted(scene.snapshot().podsOn(expel.target().name()))) {
      Optional<Toleration> toleration = tolerated(pod, taint);
      boolean spared = !scene.suspects().contains(pod) && before(scene, pod, expel.id());
      if (!pod.active() || pod.mirror() || spared || toleratesForEver(toleration)) {
        continue;
      }
      if (scene.suspects().contains(pod)) {
        suspects.add(pod);
      } else {
        (toleration.isEmpty() ? deleted : later).add(pod);
      }
    }
    if (!deleted.isEmpty() || !later.isEmpty()) {
      findings.add(deleted(scene, expel, deleted, later));
    }
    List<Pod> unready = suspects.stream().filter(p -> !before(scene, p, expel.id())).toList();
    if (!unready.isEmpty()) {
      findings.add(suspected(expel, unready));
    }
  }

  private static Optional<Toleration> tolerated(Pod pod, Taint taint) {
    return pod.shape().placement().tolerations().stream()
        .filter(toleration -> toleration.tolerates(taint))
        .findFirst();
  }

  private static boolean toleratesForEver(Optional<Toleration> toleration) {
    return toleration.filter(found -> found.seconds().isEmpty()).isPresent();
  }

  /** Whether the plan gives the suspect its toleration before the taint. */
  private static boolean before(Scene scene, Pod pod, StepId taint) {
    return Containing.edits(scene, Purpose.TOLERATE).stream()
        .anyMatch(edit ->
            edit.target().uid().equals(pod.ref().uid()) && edit.id().number() < taint.number());
  }

  private static Finding deleted(
      Scene scene, EditFields expel, List<Pod> deleted, List<Pod> later) {
    List<ObjectRef> objects = new ArrayList<>(Scene.objects(deleted));
    objects.addAll(Scene.objects(later));
    long held = deleted.stream().filter(pod -> !scene.snapshot().budgetsOf(pod).isEmpty()).count();
    int n = deleted.size();
    return new Finding(
        "T-17",
        Severity.WARN,
        objects,
        List.of(expel.id()),
        "The taint deletes "
            + Words.pods(n)
            + " of "
            + Words.shown(expel.target().name())
            + " at once, told by tolerations, and asks no disruption budget ("
            + held
            + " of them "
            + Words.form((int) held, "stands", "stand")
            + " under one)"
            + (later.isEmpty()
                ? "."
                : "; " + Words.pods(later.size()) + " more when the toleration's time is up."),
        "Evict instead: budgets are asked, and what cannot go stays.");
  }

  private static Finding suspected(EditFields expel, List<Pod> suspects) {
    int n = suspects.size();
    return new Finding(
        "T-17",
        Severity.STOP,
        Scene.objects(suspects),
        List.of(expel.id()),
        Words.count(n, "suspect", " ")
            + Words.form(n, "does", "do")
            + " not tolerate the taint for good and no earlier step makes "
            + Words.form(n, "it", "them")
            + ": it would be deleted, with its memory and its writable layer.",
        "Give the suspect its toleration first, read it again, then taint.");
  }
}
