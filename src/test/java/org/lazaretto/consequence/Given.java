package org.lazaretto.consequence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.Autoscaler;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeState;
import org.lazaretto.model.NodeSystem;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Origin;
import org.lazaretto.model.Placement;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodShape;
import org.lazaretto.model.PodStatus;
import org.lazaretto.model.Steward;
import org.lazaretto.model.Toleration;
import org.lazaretto.model.Webhooks;
import org.lazaretto.model.Workload;

/** Changes to a small cluster that make a trap spring. */
final class Given {
  private Given() {}

  static Template privileged(String name) {
    PodShape old = Template.of(name).shape();
    return new Template(
        new PodShape(
            old.serviceAccount(),
            old.images(),
            new HostAccess(false, false, false, true, false),
            old.volumes(),
            old.placement(),
            old.grace(),
            false));
  }

  static Template withPreStop(String name) {
    PodShape old = Template.of(name).shape();
    return new Template(
        new PodShape(
            old.serviceAccount(),
            old.images(),
            old.host(),
            old.volumes(),
            old.placement(),
            old.grace(),
            true));
  }

  static Template standing(String name, Toleration... tolerations) {
    PodShape old = Template.of(name).shape();
    Placement placement =
        new Placement(Map.of(), List.of(tolerations), old.placement().requests(), false);
    return new Template(
        new PodShape(
            old.serviceAccount(),
            old.images(),
            old.host(),
            old.volumes(),
            placement,
            old.grace(),
            false));
  }

  static UnaryOperator<Pod> finalizers(String... finalizers) {
    return pod -> {
      PodStatus old = pod.status();
      return with(
          pod,
          new PodStatus(
              old.phase(),
              old.ready(),
              old.created(),
              old.deleting(),
              old.podIp(),
              old.containers(),
              List.of(finalizers)));
    };
  }

  private static Pod with(Pod pod, PodStatus status) {
    return new Pod(
        pod.ref(), pod.node(), status, pod.shape(), pod.controller(), pod.labels(), pod.mirror());
  }

  static UnaryOperator<Node> pressure(String condition) {
    return node -> with(node, new NodeState(true, Optional.empty(), List.of(condition), Map.of()));
  }

  static UnaryOperator<Node> lostSince(Instant since) {
    return node -> with(node, new NodeState(false, Optional.of(since), List.of(), Map.of()));
  }

  static UnaryOperator<Node> noted(String key, String value) {
    return node -> with(node, new NodeState(true, Optional.empty(), List.of(), Map.of(key, value)));
  }

  private static Node with(Node node, NodeState state) {
    return new Node(
        node.ref(),
        node.unschedulable(),
        state,
        node.taints(),
        node.labels(),
        node.allocatable(),
        node.system());
  }

  static UnaryOperator<Node> labelled(String key, String value) {
    return node -> {
      Map<String, String> labels = new HashMap<>(node.labels());
      labels.put(key, value);
      return new Node(
          node.ref(),
          node.unschedulable(),
          node.state(),
          node.taints(),
          labels,
          node.allocatable(),
          node.system());
    };
  }

  static Node windows(Node node) {
    NodeSystem old = node.system();
    return new Node(
        node.ref(),
        node.unschedulable(),
        node.state(),
        node.taints(),
        node.labels(),
        node.allocatable(),
        new NodeSystem(
            "", old.kubeletVersion(), old.containerRuntime(), "windows", "amd64", "10.0.0.1"));
  }

  static UnaryOperator<Workload> keptBy(String tool, String name) {
    return w ->
        new Workload(
            w.object(),
            w.kind(),
            w.replicas(),
            w.selector(),
            w.template(),
            w.rollout(),
            new Origin(w.controller(), List.of(new Steward(tool, name))));
  }

  static Autoscaler autoscaler(String ns, String deployment, String driver) {
    return new Autoscaler(
        ObservedKind.HORIZONTAL_POD_AUTOSCALER.ref(ns, deployment, "uid-hpa-" + deployment),
        "Deployment",
        deployment,
        2,
        9,
        driver);
  }

  static Webhooks webhook(String service, String url, String operation, String resource) {
    return webhook(service, url, operation, resource, Instant.EPOCH);
  }

  static Webhooks webhook(
      String service, String url, String operation, String resource, Instant created) {
    return new Webhooks(
        ObservedKind.VALIDATING_WEBHOOKS.ref("", "gate", "uid-webhooks-gate"),
        false,
        created,
        List.of(
            new Webhooks.Hook(
                "gate.example",
                service,
                url,
                true,
                false,
                List.of(
                    new Webhooks.AskedAbout(List.of(operation), List.of(""), List.of(resource))))));
  }

  static Instant ago(long seconds) {
    return Clusters.NOW.minusSeconds(seconds);
  }
}
