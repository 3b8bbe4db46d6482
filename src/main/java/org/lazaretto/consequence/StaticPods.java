package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** T-19: a static pod can be removed by its node only. */
final class StaticPods implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    List<Pod> suspects = scene.suspects().stream().filter(Pod::mirror).toList();
    if (!suspects.isEmpty()) {
      findings.add(suspected(scene, suspects));
    }
    removed(scene, findings);
    List<Pod> kept = scene.staying().stream().filter(Pod::mirror).toList();
    if (!kept.isEmpty()) {
      findings.add(kept(scene, kept));
    }
    return findings;
  }

  private static Finding suspected(Scene scene, List<Pod> suspects) {
    return new Finding(
        "T-19",
        Severity.WARN,
        Scene.objects(suspects),
        Causes.onNodesOf(scene, suspects),
        Words.count(suspects.size(), "suspect", "")
            + " started from a file on the node, told by the mirror annotation: whoever put it"
            + " there had the node, and the API shows only its mirror.",
        "Treat the host as suspected; its manifest file is evidence of its own.");
  }

  /** Deleting a mirror removes nothing: the kubelet makes another, and the process runs on. */
  private static void removed(Scene scene, List<Finding> findings) {
    List<ObjectRef> mirrors = new ArrayList<>();
    List<StepId> steps = new ArrayList<>();
    for (Step step : scene.plan().steps()) {
      boolean mirror =
          !Card.destroys(step).isEmpty()
              && !(step instanceof DisposeStep.RestartContainer)
              && !(step instanceof DisposeStep.OnNode)
              && scene.snapshot().pod(step.target().uid()).filter(Pod::mirror).isPresent();
      if (mirror) {
        mirrors.add(step.target());
        steps.add(step.id());
      }
    }
    int n = mirrors.size();
    if (n > 0) {
      findings.add(
          new Finding(
              "T-19",
              Severity.STOP,
              mirrors,
              steps,
              Words.count(n, "static pod", " ")
                  + Words.form(n, "is", "are")
                  + " to be removed, told by the mirror annotation: that removes the mirror only,"
                  + " the kubelet makes another one, and the process runs on.",
              "Take the manifest away on the node, after it was captured."));
    }
  }

  private static Finding kept(Scene scene, List<Pod> kept) {
    int n = kept.size();
    return new Finding(
        "T-19",
        Severity.INFORM,
        Scene.objects(kept),
        Causes.onNodesOf(scene, kept),
        Words.count(n, "static pod", " ")
            + Words.form(n, "stays", "stay")
            + " on the node; only the node itself can remove "
            + Words.form(n, "it", "them")
            + ".",
        "Compare the node's manifest folder with what belongs there.");
  }
}
