package org.lazaretto.consequence;

import java.util.List;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-08: a pod on its host's network ignores every policy. */
final class HostNetwork implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Pod> hosted =
        Containing.suspects(scene).stream().filter(pod -> pod.shape().host().network()).toList();
    if (Containing.request(scene).isEmpty() || hosted.isEmpty()) {
      return List.of();
    }
    int n = hosted.size();
    return List.of(
        new Finding(
            "T-08",
            Severity.STOP,
            Scene.objects(hosted),
            Containing.policySteps(scene, hosted),
            Words.count(n, "suspect", " ")
                + Words.form(n, "uses", "use")
                + " the network of "
                + Words.form(n, "its host", "their hosts")
                + " (hostNetwork in the spec): no policy is applied to "
                + Words.form(n, "it", "them")
                + ".",
            "Leave these pods out of this plan and shut their nodes off."));
  }
}
