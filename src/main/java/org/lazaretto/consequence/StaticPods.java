package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-19: a static pod can be removed by its node only. */
final class StaticPods implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    List<Pod> suspects = scene.suspects().stream().filter(Pod::mirror).toList();
    if (!suspects.isEmpty()) {
      findings.add(
          new Finding(
              "T-19",
              Severity.WARN,
              Scene.objects(suspects),
              List.of(),
              Words.count(suspects.size(), "suspect", "")
                  + " started from a file on the node: whoever put it there had the node, and the"
                  + " API shows only its mirror.",
              "Treat the host as suspected; its manifest file is evidence of its own."));
    }
    List<Pod> kept = scene.staying().stream().filter(Pod::mirror).toList();
    int n = kept.size();
    if (n > 0) {
      findings.add(
          new Finding(
              "T-19",
              Severity.INFORM,
              Scene.objects(kept),
              List.of(),
              Words.count(n, "static pod", " ")
                  + Words.form(n, "stays", "stay")
                  + " on the node; only the node itself can remove "
                  + Words.form(n, "it", "them")
                  + ".",
              "Compare the node's manifest folder with what belongs there."));
    }
    return findings;
  }
}
