package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Request;

/** T-07: the AWS VPC CNI applies no policy to a pod without an owner. */
final class UnappliedPolicy implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    boolean vpc = Plugin.of(scene.snapshot()).filter(Plugin.VPC_CNI::equals).isPresent();
    if (Containing.request(scene).isEmpty() || !vpc) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    List<Pod> orphans =
        Containing.suspects(scene).stream().filter(pod -> pod.controller().isEmpty()).toList();
    if (!orphans.isEmpty()) {
      findings.add(orphans(scene, orphans));
    }
    if (Containing.request(scene).map(Request.Isolate::how).orElseThrow().strips()) {
      findings.add(withheld(scene));
    }
    return findings;
  }

  private static Finding orphans(Scene scene, List<Pod> orphans) {
    int n = orphans.size();
    return new Finding(
        "T-07",
        Severity.WARN,
        Scene.objects(orphans),
        Containing.policySteps(scene, orphans),
        Words.count(n, "suspect", " ")
            + Words.form(n, "has", "have")
            + " no owner, told by ownerReferences, and the AWS VPC CNI applies no policy to such a"
            + " pod: the deny-all does nothing to "
            + Words.form(n, "it", "them")
            + ".",
        "Shut the node off by its security groups, once the clean applications have left it.");
  }

  private static Finding withheld(Scene scene) {
    return new Finding(
        "T-07",
        Severity.INFORM,
        Scene.objects(Containing.suspects(scene)),
        List.of(),
        "Labels by which an owner chooses are not stripped: the AWS VPC CNI would stop applying the"
            + " policy to the orphaned pod.",
        "Close the service, or keep the pod behind it and rely on the policy.");
  }
}
