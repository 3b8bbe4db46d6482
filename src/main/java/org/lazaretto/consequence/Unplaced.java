package org.lazaretto.consequence;

import java.util.List;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Wizard;

/** C-P-01, step 1: a suspect without a node has nothing that could be cordoned yet. */
final class Unplaced implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Pod> unplaced = scene.suspects().stream().filter(pod -> pod.node().isEmpty()).toList();
    int n = unplaced.size();
    if (n == 0 || scene.plan().wizard() == Wizard.FREEZE) {
      return List.of();
    }
    return List.of(
        new Finding(
            "C-P-01",
            Severity.WARN,
            Scene.objects(unplaced),
            List.of(),
            Words.count(n, "suspect", " ")
                + Words.form(n, "is", "are")
                + " not bound to a node yet, so the plan holds nothing against "
                + Words.form(n, "it", "them")
                + ".",
            "Plan again as soon as the suspect is bound."));
  }
}
