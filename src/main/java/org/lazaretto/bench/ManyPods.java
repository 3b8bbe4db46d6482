package org.lazaretto.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lazaretto.model.Capacity;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.HostAccess;
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
import org.lazaretto.model.Volumes;

/** A snapshot of a large cluster, made in memory: ReplicaSets of ten pods, dealt out to nodes. */
final class ManyPods {
  private static final int REPLICAS = 10;
  private static final int NAMESPACES = 400;
  private static final Instant CREATED = Instant.EPOCH;

  private ManyPods() {}

  static ClusterSnapshot of(int nodes, int pods) {
    List<ClusterObject> objects = new ArrayList<>(nodes + pods);
    for (int i = 0; i < nodes; i++) {
      objects.add(node(i));
    }
    for (int set = 0; set * REPLICAS < pods; set++) {
      replicas(set, nodes, Math.min(REPLICAS, pods - set * REPLICAS), objects);
    }
    ClusterIdentity cluster = new ClusterIdentity("bench", "bench", "memory", "", List.of());
    return ClusterSnapshot.empty(cluster, CREATED).with(objects);
  }

  /** The same pod, a moment later. */
  static Pod restarted(Pod pod) {
    PodStatus old = pod.status();
    PodStatus status =
        new PodStatus(
            old.phase(), !old.ready(), old.created(), old.deleting(), old.podIp(), List.of());
    return new Pod(
        pod.ref(), pod.node(), status, pod.shape(), pod.controller(), pod.labels(), pod.mirror());
  }

  private static Node node(int number) {
    String name = "ip-10-%d-%d-%d.example".formatted(number >> 16, number >> 8 & 255, number & 255);
    return new Node(
        new NodeRef(name, new UUID(1, number).toString()),
        false,
        true,
        List.of(),
        Map.of("kubernetes.io/hostname", name, "topology.kubernetes.io/zone", "zone-" + number % 3),
        new Capacity(8_000, 32L << 30, 58),
        new NodeSystem(
            "aws:///zone-%d/i-%017x".formatted(number % 3, number * 0x9E3779B9L),
            "v1.35.2",
            "containerd://2.1.4",
            "linux",
            "amd64",
            "10.%d.%d.%d".formatted(number >> 16, number >> 8 & 255, number & 255)));
  }

  private static void replicas(int set, int nodes, int count, List<ClusterObject> to) {
    String name = "service-" + set;
    String namespace = "team-" + set % NAMESPACES;
    String owner = "%s-6f7d9c%04x".formatted(name, set);
    String image = "registry.example/%s/%s:1.4.%d".formatted(namespace, name, set);
    PodShape shape =
        new PodShape(
            name,
            List.of(image, "registry.example/mesh/proxy:2.1.0"),
            HostAccess.NONE,
            Volumes.NONE,
            new Placement(Map.of(), List.of(), Capacity.NONE, false),
            Duration.ofSeconds(30));
    Map<String, String> labels =
        Map.of(
            "app.kubernetes.io/name", name,
            "app.kubernetes.io/part-of", namespace,
            "pod-template-hash", "6f7d9c%04x".formatted(set));
    Optional<ObjectRef> controller =
        Optional.of(ObservedKind.REPLICA_SET.ref(namespace, owner, new UUID(2, set).toString()));
    ContainerState container =
        new ContainerState(
            "app",
            ContainerState.Role.MAIN,
            "%s@sha256:%064x".formatted(image, set * 0x9E3779B9L),
            0,
            true,
            "");
    for (int i = 0; i < count; i++) {
      int number = set * REPLICAS + i;
      String uid = new UUID(number * 0x9E3779B97F4A7C15L, number).toString();
      String ip = "10.%d.%d.%d".formatted(64 + number / 62_500, number / 250 % 250, number % 250);
      PodStatus status =
          new PodStatus("Running", true, CREATED, Optional.empty(), ip, List.of(container));
      Optional<String> node = Optional.of(node(number % nodes).ref().name());
      PodRef ref = new PodRef(namespace, "%s-%05x".formatted(owner, number), uid);
      to.add(new Pod(ref, node, status, shape, controller, labels, false));
    }
  }
}
