package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;

/** T-33: what is taken from a service account is taken from all its pods, and some stays valid. */
final class SharedAccount implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    if (!(scene.plan().request() instanceof Request.Credentials)) {
      return List.of();
    }
    // A static pod has no account: the kubelet that started it gave it no token.
    List<Pod> holders = scene.suspects().stream().filter(pod -> !pod.mirror()).toList();
    Set<String> accounts = new LinkedHashSet<>();
    holders.forEach(pod -> accounts.add(account(pod)));
    List<Pod> sharing =
        scene.snapshot().pods().stream()
            .filter(pod -> pod.active() && !pod.mirror() && accounts.contains(account(pod)))
            .filter(pod -> !scene.suspects().contains(pod))
            .toList();
    List<Finding> findings = new ArrayList<>();
    if (!sharing.isEmpty()) {
      findings.add(shared(scene, sharing));
    }
    if (!holders.isEmpty()) {
      findings.add(valid(scene, holders));
    }
    return findings;
  }

  private static String account(Pod pod) {
    String name = pod.shape().serviceAccount();
    return pod.ref().namespace() + "/" + (name.isEmpty() ? "default" : name);
  }

  private static Finding shared(Scene scene, List<Pod> sharing) {
    int n = sharing.size();
    return new Finding(
        "T-33",
        Severity.WARN,
        Scene.objects(sharing),
        Containing.ids(scene.plan().steps()),
        Words.pods(n)
            + " that "
            + Words.form(n, "is", "are")
            + " not suspected "
            + Words.form(n, "uses", "use")
            + " the same service account, by spec.serviceAccountName: what is taken from the account"
            + " is taken from "
            + Words.form(n, "it", "them")
            + " too.",
        "Give the clean workloads an account of their own first, or accept that they fail.");
  }

  private static Finding valid(Scene scene, List<Pod> holders) {
    return new Finding(
        "T-33",
        Severity.INFORM,
        Scene.objects(holders),
        Containing.ids(scene.plan().steps().stream().map(Step.class::cast).toList()),
        "A token that is bound to a suspect stays valid for the API server until the pod is gone, and"
            + " for a cloud's token service until it ends by itself; without its bindings it may do"
            + " no more than any account may. Rights given to groups of accounts stay.",
        "End the pod once its evidence is kept; revoke sessions of the cloud role as well (T-34).");
  }
}
