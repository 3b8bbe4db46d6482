package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.NodeDeed;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** T-54: what the kubelet makes of a container that is frozen or ended behind its back. */
final class FrozenOnNode implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<DisposeStep.OnNode> probed = new ArrayList<>();
    List<DisposeStep.OnNode> back = new ArrayList<>();
    for (Step step : scene.plan().steps()) {
      if (step instanceof DisposeStep.OnNode onNode) {
        boolean frozen = onNode.deed() == NodeDeed.PAUSE;
        if (frozen && onNode.container().probed()) {
          probed.add(onNode);
        } else if (!onNode.deed().keeps() && onNode.container().comesBack()) {
          back.add(onNode);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    if (!probed.isEmpty()) {
      findings.add(
          finding(
              Severity.WARN,
              probed,
              Words.count(probed.size(), "container", " that ")
                  + Words.form(probed.size(), "is", "are")
                  + " frozen "
                  + Words.form(probed.size(), "has", "have")
                  + " a liveness probe, told by livenessProbe in the spec: it fails while nothing"
                  + " answers, the kubelet restarts the container, and memory and writable layer"
                  + " are lost.",
              "Capture its memory within the probe's failureThreshold times periodSeconds."));
    }
    if (!back.isEmpty()) {
      findings.add(
          finding(
              Severity.WARN,
              back,
              Words.count(back.size(), "container", " ")
                  + Words.form(back.size(), "ends", "end")
                  + " on the node, and the kubelet starts another in its place at once, told by"
                  + " restartPolicy: from the same image, with the same hole. Each start discards an"
                  + " older writable layer.",
              "Delete what owns the pod, and the pod; for a static pod, take its manifest away."));
    }
    return findings;
  }

  private static Finding finding(
      Severity severity, List<DisposeStep.OnNode> steps, String text, String instead) {
    Set<ObjectRef> objects = new LinkedHashSet<>();
    List<StepId> ids = new ArrayList<>();
    for (DisposeStep.OnNode step : steps) {
      objects.add(step.target());
      ids.add(step.id());
    }
    return new Finding("T-54", severity, List.copyOf(objects), ids, text, instead);
  }
}
