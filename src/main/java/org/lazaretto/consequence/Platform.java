package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Wizard;

/** T-51: what a Fargate or Windows node cannot do. */
final class Platform implements Rule {
  private static final String COMPUTE = "eks.amazonaws.com/compute-type";

  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    add(
        findings,
        scene,
        Platform::fargate,
        " on Fargate (by the node's label): such a node runs one pod alone and takes no DaemonSet"
            + " and no privileged pod, has no snapshot and no SSM, and the VPC CNI's policies do not"
            + " apply there",
        "Work by the API only: logs, live response, credentials, then dispose.");
    add(
        findings,
        scene,
        node -> node.system().operatingSystem().equals("windows"),
        " on Windows: the VPC CNI's policies do not apply there, and the memory and disk tools for"
            + " Linux do not run",
        "Isolate by security groups, and capture the instance by a snapshot of its volumes.");
    return findings;
  }

  @Override
  public Optional<Doubt> doubt(Scene scene) {
    return Optional.of(
        new Doubt(
            "T-51",
            "a suspect runs on Fargate or Windows, where policies and captures do not apply",
            EnumSet.of(ObservedKind.NODE),
            List.of()));
  }

  private static boolean fargate(Node node) {
    return "fargate".equals(node.labels().get(COMPUTE));
  }

  private static void add(
      List<Finding> findings, Scene scene, Predicate<Node> which, String what, String instead) {
    List<Pod> pods =
        scene.suspects().stream()
            .filter(pod -> pod.node().flatMap(scene.snapshot()::node).filter(which).isPresent())
            .toList();
    int n = pods.size();
    if (n > 0) {
      findings.add(
          new Finding(
              "T-51",
              scene.plan().wizard() == Wizard.FREEZE ? Severity.INFORM : Severity.WARN,
              Scene.objects(pods),
              Causes.onNodesOf(scene, pods),
              Words.count(n, "suspect", " ") + Words.form(n, "runs", "run") + what + ".",
              instead));
    }
  }
}
