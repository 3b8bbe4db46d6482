package org.lazaretto.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.Autoscaler;
import org.lazaretto.model.Budget;
import org.lazaretto.model.Capacity;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.NodeSystem;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Placement;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodShape;
import org.lazaretto.model.PodStatus;
import org.lazaretto.model.Replicas;
import org.lazaretto.model.Rollout;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.model.Volumes;
import org.lazaretto.model.Webhooks;
import org.lazaretto.model.Workload;

/**
 * A cluster in memory with everything that the consequences look at: Deployments of ten pods, each
 * with a service and its slice, a budget and an autoscaler, under admission webhooks.
 */
final class BusyCluster {
  private static final Instant AT = Instant.EPOCH.plus(Duration.ofDays(20_000));
  private static final int REPLICAS = 10;

  private final int nodes;
  private final int namespaces;
  private final List<ClusterObject> objects = new ArrayList<>();

  private BusyCluster(int nodes, int namespaces) {
    this.nodes = nodes;
    this.namespaces = namespaces;
  }

  static ClusterSnapshot of(int nodes, int pods, int namespaces, int cordoned) {
    BusyCluster cluster = new BusyCluster(nodes, namespaces);
    for (int i = 0; i < nodes; i++) {
      cluster.objects.add(node(i, i < cordoned));
    }
    for (int i = 0; i * REPLICAS < pods; i++) {
      cluster.application(i);
    }
    for (int i = 0; i < 20; i++) {
      cluster.objects.add(webhooks(i));
    }
    ClusterIdentity identity = new ClusterIdentity("bench", "bench", "memory", "", List.of());
    ClusterSnapshot snapshot = ClusterSnapshot.empty(identity, AT).with(cluster.objects);
    for (ObservedKind kind : ObservedKind.values()) {
      snapshot = snapshot.withHealth(kind, new KindHealth.Synced(AT));
    }
    return snapshot;
  }

  static String nodeName(int number) {
    return "node-" + number;
  }

  private static Node node(int number, boolean cordoned) {
    String name = nodeName(number);
    return new Node(
        new NodeRef(name, "node-uid-" + number),
        cordoned,
        true,
        List.of(),
        Map.of("kubernetes.io/hostname", name, "topology.kubernetes.io/zone", "z" + number % 3),
        new Capacity(16_000, 64L << 30, 110),
        new NodeSystem("", "v1.35.2", "containerd://2.1.4", "linux", "amd64", "10.0.0.1"));
  }

  private void application(int number) {
    String namespace = "team-" + number % namespaces;
    String name = "app-" + number;
    Map<String, String> labels = Map.of("app", name);
    PodShape shape =
        new PodShape(
            name,
            List.of("registry.example/" + name + ":1.0"),
            HostAccess.NONE,
            number % 7 == 0 ? new Volumes(false, List.of(name), List.of()) : Volumes.NONE,
            new Placement(Map.of(), List.of(), new Capacity(100, 128L << 20, 1), false),
            Duration.ofSeconds(30));
    ObjectRef deployment = ref(ObservedKind.DEPLOYMENT, namespace, name);
    ObjectRef set = ref(ObservedKind.REPLICA_SET, namespace, name + "-6f7d");
    workload(ObservedKind.DEPLOYMENT, deployment, shape, labels, Optional.empty());
    workload(ObservedKind.REPLICA_SET, set, shape, labels, Optional.of(deployment));
    List<EndpointSlice.Endpoint> ends = new ArrayList<>();
    for (int i = 0; i < REPLICAS; i++) {
      int at = number * REPLICAS + i;
      Pod pod = pod(namespace, set, at, shape, labels);
      objects.add(pod);
      ends.add(new EndpointSlice.Endpoint(pod.ref().uid(), pod.status().podIp(), true));
    }
    objects.add(
        new ServiceEntry(
            ref(ObservedKind.SERVICE, namespace, name), labels, "ClusterIP", "172.20.0.1"));
    objects.add(
        new EndpointSlice(
            ref(ObservedKind.ENDPOINT_SLICE, namespace, name), name, ends, List.of(8080)));
    objects.add(
        new Budget(
            ref(ObservedKind.POD_DISRUPTION_BUDGET, namespace, name),
            LabelSelector.of(labels),
            1,
            REPLICAS,
            REPLICAS - 1,
            REPLICAS,
            true));
    objects.add(
        new Autoscaler(
            ref(ObservedKind.HORIZONTAL_POD_AUTOSCALER, namespace, name),
            "Deployment",
            name,
            2,
            20,
            ""));
  }

  private void workload(
      ObservedKind kind,
      ObjectRef ref,
      PodShape shape,
      Map<String, String> labels,
      Optional<ObjectRef> above) {
    boolean rolls = kind == ObservedKind.DEPLOYMENT;
    objects.add(
        new Workload(
            ref,
            kind,
            new Replicas(REPLICAS, REPLICAS, REPLICAS, REPLICAS),
            LabelSelector.of(labels),
            shape,
            new Rollout(rolls ? "RollingUpdate" : "", false, "", true),
            above));
  }

  private Pod pod(
      String namespace, ObjectRef set, int number, PodShape shape, Map<String, String> labels) {
    ContainerState container =
        new ContainerState("app", ContainerState.Role.MAIN, "sha256:0", 0, true, "");
    PodStatus status =
        new PodStatus(
            "Running",
            true,
            AT,
            Optional.empty(),
            "10.%d.%d.%d".formatted(number >> 16, number >> 8 & 255, number & 255),
            List.of(container));
    return new Pod(
        new PodRef(namespace, set.name() + "-" + number, "pod-uid-" + number),
        Optional.of(nodeName(number % nodes)),
        status,
        shape,
        Optional.of(set),
        labels,
        false);
  }

  private static Webhooks webhooks(int number) {
    Webhooks.AskedAbout rule =
        new Webhooks.AskedAbout(List.of("*"), List.of("*"), List.of("pods", "pods/*"));
    return new Webhooks(
        ref(ObservedKind.VALIDATING_WEBHOOKS, "", "gate-" + number),
        false,
        Instant.EPOCH,
        List.of(new Webhooks.Hook("gate", "team-0/app-" + number, "", true, false, List.of(rule))));
  }

  private static ObjectRef ref(ObservedKind kind, String namespace, String name) {
    return kind.ref(namespace, name, "uid-" + kind.kind() + "-" + namespace + "-" + name);
  }
}
