package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Step;

/** T-35: whoever looks from inside a pod alters it. */
final class LookedInto implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<ContainStep.LookInside> looks = new ArrayList<>();
    List<DisposeStep.RestartContainer> restarts = new ArrayList<>();
    for (Step step : scene.plan().steps()) {
      if (step instanceof ContainStep.LookInside look) {
        looks.add(look);
      } else if (step instanceof DisposeStep.RestartContainer restart) {
        restarts.add(restart);
      }
    }
    List<Finding> findings = new ArrayList<>();
    if (!looks.isEmpty()) {
      findings.add(looked(looks));
    }
    if (!restarts.isEmpty()) {
      findings.add(told(restarts));
    }
    return findings;
  }

  private static List<ObjectRef> pods(List<? extends Step> steps) {
    return steps.stream().map(Step::target).distinct().toList();
  }

  private static Finding looked(List<ContainStep.LookInside> looks) {
    List<ObjectRef> pods = pods(looks);
    return new Finding(
        "T-35",
        Severity.STOP,
        pods,
        Containing.ids(looks),
        "Commands are run inside "
            + Words.count(pods.size(), "suspect", "")
            + ", before the isolation and after it: one lists connections, one tries to connect."
            + " They change no file, but they are processes of the pod: memory and process"
            + " tables are no longer as they were, whoever is inside can see them, and a"
            + " program that the intruder has exchanged runs in their place.",
        "Capture memory and processes first, or leave the look out: what the suspect sends and"
            + " what stood before are then told as cannot tell.");
  }

  private static Finding told(List<DisposeStep.RestartContainer> restarts) {
    List<ObjectRef> pods = pods(restarts);
    return new Finding(
        "T-35",
        Severity.STOP,
        pods,
        Containing.ids(restarts),
        "A shell is run inside "
            + Words.count(pods.size(), "suspect", "")
            + " to tell the first process to end: it is a process of the pod, whoever is inside can"
            + " see it, and a shell that the intruder has exchanged runs in its place.",
        "Capture memory and processes first, or have the container stopped on the node.");
  }
}
