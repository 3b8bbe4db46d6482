package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** T-20: a suspect that is told to stop may clean up behind itself, or never end. */
final class LastWords implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<StepId> steps = new ArrayList<>();
    List<Pod> ending = new ArrayList<>();
    for (Step step : scene.plan().steps()) {
      if (step instanceof DisposeStep dispose) {
        int before = ending.size();
        dispose.losing().stream()
            .filter(scene.plan().suspects()::contains)
            .map(pod -> scene.snapshot().pod(pod.uid()))
            .flatMap(Optional::stream)
            .filter(pod -> !why(pod).isEmpty())
            .forEach(ending::add);
        if (ending.size() > before) {
          steps.add(step.id());
        }
      }
    }
    return ending.isEmpty() ? List.of() : List.of(finding(ending, steps));
  }

  private static List<String> why(Pod pod) {
    List<String> why = new ArrayList<>();
    if (!pod.status().finalizers().isEmpty()) {
      why.add("finalizers " + Words.some(pod.status().finalizers()));
    }
    if (pod.shape().preStop()) {
      why.add("a preStop hook");
    }
    if (pod.shape().grace().toSeconds() > 0) {
      why.add(pod.shape().grace().toSeconds() + " s of grace");
    }
    return why;
  }

  private static Finding finding(List<Pod> ending, List<StepId> steps) {
    return new Finding(
        "T-20",
        Severity.WARN,
        Scene.objects(ending),
        steps,
        "A suspect is told before it ends and may remove its traces until then; with a finalizer it"
            + " stays Terminating. By the spec: "
            + ending.stream()
                .limit(5)
                .map(pod -> Words.path(pod.object()) + " has " + String.join(" and ", why(pod)))
                .collect(Collectors.joining("; "))
            + ".",
        "Freeze its processes on the node first, or capture its memory and its layer.");
  }
}
