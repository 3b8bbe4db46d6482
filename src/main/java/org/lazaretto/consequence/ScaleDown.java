package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Purpose;

/** T-23: an autoscaler removes an emptied node first, and with it the evidence. */
final class ScaleDown implements Rule {
  private static final String HELD = "cluster-autoscaler.kubernetes.io/scale-down-disabled";
  private static final String KARPENTER_HELD = "karpenter.sh/do-not-disrupt";
  private static final List<String> KARPENTER =
      List.of("karpenter.sh/nodepool", "karpenter.sh/provisioner-name");
  private static final List<String> GROUPS =
      List.of(
          "eks.amazonaws.com/nodegroup",
          "cloud.google.com/gke-nodepool",
          "kubernetes.azure.com/agentpool");

  private enum By {
    KARPENTER,
    KARPENTER_ANNOTATED,
    CLUSTER_AUTOSCALER,
    PERHAPS
  }

  @Override
  public List<Finding> of(Scene scene) {
    List<Node> given = new ArrayList<>(scene.emptied());
    scene.cordoned().stream().filter(node -> !given.contains(node)).forEach(given::add);
    if (given.isEmpty()) {
      return List.of();
    }
    boolean autoscaler = scene.snapshot().clusterAutoscaler().isPresent();
    List<ObjectRef> held = Containing.targets(Containing.edits(scene, Purpose.HOLD_NODE));
    Map<By, List<ObjectRef>> nodes = new TreeMap<>();
    for (Node node : given) {
      by(node, autoscaler, held.contains(node.object()))
          .ifPresent(by -> nodes.computeIfAbsent(by, _ -> new ArrayList<>()).add(node.object()));
    }
    List<Finding> findings = new ArrayList<>();
    nodes.forEach((by, refs) -> findings.add(finding(scene, by, refs)));
    return findings;
  }

  /**
   * Who may take the node away.
   *
   * @param planned whether the plan tells autoscalers to leave it alone
   */
  private static Optional<By> by(Node node, boolean autoscaler, boolean planned) {
    Map<String, String> notes = node.state().notes();
    if (KARPENTER.stream().anyMatch(node.labels()::containsKey)) {
      boolean held = planned || "true".equals(notes.get(KARPENTER_HELD));
      return Optional.of(held ? By.KARPENTER_ANNOTATED : By.KARPENTER);
    }
    if (planned || "true".equals(notes.get(HELD))) {
      return Optional.empty();
    }
    boolean group = GROUPS.stream().anyMatch(node.labels()::containsKey);
    return autoscaler
        ? Optional.of(By.CLUSTER_AUTOSCALER)
        : group ? Optional.of(By.PERHAPS) : Optional.empty();
  }

  private static Finding finding(Scene scene, By by, List<ObjectRef> nodes) {
    boolean emptying = !scene.emptied().isEmpty();
    boolean sure = by == By.KARPENTER || by == By.CLUSTER_AUTOSCALER;
    return new Finding(
        "T-23",
        emptying && sure ? Severity.WARN : Severity.INFORM,
        nodes,
        Causes.on(scene, nodes),
        text(by, nodes.size(), emptying),
        instead(by));
  }

  private static String text(By by, int n, boolean emptying) {
    String which = Words.count(n, "node", " ");
    String idle = emptying ? "after this plan " + Words.form(n, "it is", "they are") + " idle" : "";
    String soon = idle.isEmpty() ? "" : ", and " + idle;
    return switch (by) {
      case KARPENTER ->
          which
              + Words.form(n, "belongs", "belong")
              + " to Karpenter (by label) and may be disrupted"
              + soon
              + ": an empty node goes first, and the evidence on it too.";
      case KARPENTER_ANNOTATED ->
          which
              + Words.form(n, "is", "are")
              + " held against Karpenter by karpenter.sh/do-not-disrupt; that does not stop"
              + " expiry, interruption nor repair.";
      case CLUSTER_AUTOSCALER ->
          which
              + Words.form(n, "is", "are")
              + " not held against the Cluster Autoscaler, which runs here"
              + soon
              + ": it removes a node after about 10 minutes idle, 20 unready.";
      case PERHAPS ->
          "Cannot tell whether an autoscaler manages "
              + which
              + "of a managed group: none is seen among the Deployments, but it may run with the"
              + " provider"
              + soon
              + ".";
    };
  }

  private static String instead(By by) {
    return switch (by) {
      case KARPENTER ->
          "Annotate karpenter.sh/do-not-disrupt=true before, and look at the pool's expireAfter.";
      case KARPENTER_ANNOTATED ->
          "Look at the pool's expireAfter, and capture before the node's time is up.";
      case CLUSTER_AUTOSCALER, PERHAPS ->
          "Annotate cluster-autoscaler.kubernetes.io/scale-down-disabled=true before.";
    };
  }
}
