package org.lazaretto.model;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What was known of a cluster at one moment: immutable, safe to read from any thread. A later
 * snapshot shares with it all that did not change. Lookups by node and by owner cost what they
 * return, not what the cluster holds.
 */
public final class ClusterSnapshot {
  private final ClusterIdentity cluster;
  private final Instant asOf;
  private final PMap<ObservedKind, KindHealth> health;
  private final PodIndex pods;
  private final PMap<String, Node> nodes;
  private final PMap<ObservedKind, PMap<String, ClusterObject>> others;

  private ClusterSnapshot(
      ClusterIdentity cluster,
      Instant asOf,
      PMap<ObservedKind, KindHealth> health,
      PodIndex pods,
      PMap<String, Node> nodes,
      PMap<ObservedKind, PMap<String, ClusterObject>> others) {
    this.cluster = cluster;
    this.asOf = asOf;
    this.health = health;
    this.pods = pods;
    this.nodes = nodes;
    this.others = others;
  }

  /** A cluster of which nothing is known yet. */
  public static ClusterSnapshot empty(ClusterIdentity cluster, Instant asOf) {
    return new ClusterSnapshot(
        cluster,
        asOf,
        HashTreePMap.empty(),
        PodIndex.EMPTY,
        HashTreePMap.empty(),
        HashTreePMap.empty());
  }

  /** This snapshot with the objects added or replaced, by UID. */
  public ClusterSnapshot with(Collection<? extends ClusterObject> objects) {
    Map<String, Optional<Pod>> podChanges = new HashMap<>();
    PMap<String, Node> newNodes = nodes;
    PMap<ObservedKind, PMap<String, ClusterObject>> newOthers = others;
    for (ClusterObject object : objects) {
      switch (object) {
        case Pod pod -> podChanges.put(pod.ref().uid(), Optional.of(pod));
        case Node node -> newNodes = newNodes.plus(node.ref().name(), node);
        default -> newOthers = put(newOthers, object);
      }
    }
    PodIndex newPods = podChanges.isEmpty() ? pods : pods.with(podChanges);
    return new ClusterSnapshot(cluster, asOf, health, newPods, newNodes, newOthers);
  }

  /** This snapshot without the objects of that kind and those UIDs. */
  public ClusterSnapshot without(ObservedKind kind, Collection<String> uids) {
    if (kind == ObservedKind.POD) {
      Map<String, Optional<Pod>> gone = new HashMap<>();
      uids.forEach(uid -> gone.put(uid, Optional.empty()));
      return new ClusterSnapshot(cluster, asOf, health, pods.with(gone), nodes, others);
    }
    if (kind == ObservedKind.NODE) {
      PMap<String, Node> left = nodes;
      for (Node node : nodes.values()) {
        left = uids.contains(node.ref().uid()) ? left.minus(node.ref().name()) : left;
      }
      return new ClusterSnapshot(cluster, asOf, health, pods, left, others);
    }
    PMap<String, ClusterObject> left = ofKind(kind).minusAll(uids);
    return new ClusterSnapshot(cluster, asOf, health, pods, nodes, others.plus(kind, left));
  }

  /** This snapshot with another health of one kind. */
  public ClusterSnapshot withHealth(ObservedKind kind, KindHealth value) {
    return new ClusterSnapshot(cluster, asOf, health.plus(kind, value), pods, nodes, others);
  }

  /** This snapshot as of another moment. */
  public ClusterSnapshot at(Instant moment) {
    return new ClusterSnapshot(cluster, moment, health, pods, nodes, others);
  }

  private static PMap<ObservedKind, PMap<String, ClusterObject>> put(
      PMap<ObservedKind, PMap<String, ClusterObject>> all, ClusterObject object) {
    PMap<String, ClusterObject> kind =
        all.getOrDefault(object.observedKind(), HashTreePMap.empty());
    return all.plus(object.observedKind(), kind.plus(object.object().uid(), object));
  }

  private PMap<String, ClusterObject> ofKind(ObservedKind kind) {
    return others.getOrDefault(kind, HashTreePMap.empty());
  }

  private <T extends ClusterObject> Stream<T> stream(ObservedKind kind, Class<T> type) {
    return ofKind(kind).values().stream().map(type::cast);
  }

  /** Which cluster. */
  public ClusterIdentity cluster() {
    return cluster;
  }

  /** When it was published, by this workstation's clock. */
  public Instant asOf() {
    return asOf;
  }

  /** How well the kind is observed. */
  public KindHealth health(ObservedKind kind) {
    return health.getOrDefault(kind, new KindHealth.Loading());
  }

  /** All nodes. */
  public Collection<Node> nodes() {
    return nodes.values();
  }

  /** The node of that name. */
  public Optional<Node> node(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** All pods. */
  public Collection<Pod> pods() {
    return pods.all();
  }

  /** How many pods. */
  public int podCount() {
    return pods.size();
  }

  /** The pod of that UID. */
  public Optional<Pod> pod(String uid) {
    return pods.byUid(uid);
  }

  /** The pod of that name; looks through all pods. */
  public Optional<Pod> pod(String namespace, String name) {
    return pods.all().stream()
        .filter(p -> p.ref().name().equals(name) && p.ref().namespace().equals(namespace))
        .findFirst();
  }

  /** The pods bound to that node. */
  public List<Pod> podsOn(String nodeName) {
    return pods.onNode(nodeName);
  }

  /** The pods whose controller has that UID. */
  public List<Pod> podsOf(String ownerUid) {
    return pods.ofOwner(ownerUid);
  }

  /** The workload of that UID. */
  public Optional<Workload> workload(String uid) {
    return Stream.of(
            ObservedKind.REPLICA_SET,
            ObservedKind.DEPLOYMENT,
            ObservedKind.STATEFUL_SET,
            ObservedKind.DAEMON_SET,
            ObservedKind.JOB)
        .map(kind -> Optional.ofNullable(ofKind(kind).get(uid)))
        .flatMap(Optional::stream)
        .map(Workload.class::cast)
        .findFirst();
  }

  /** All workloads of a kind. */
  public List<Workload> workloads(ObservedKind kind) {
    return stream(kind, Workload.class).toList();
  }

  /** The workload at the top of the pod's owner chain: the Deployment above its ReplicaSet. */
  public Optional<Workload> workloadOf(Pod pod) {
    return pod.controller()
        .flatMap(owner -> workload(owner.uid()))
        .map(w -> w.controller().flatMap(above -> workload(above.uid())).orElse(w));
  }

  /** All pods of a workload, through its ReplicaSets where it has them. */
  public List<Pod> podsOf(Workload workload) {
    if (workload.kind() != ObservedKind.DEPLOYMENT) {
      return podsOf(workload.object().uid());
    }
    String uid = workload.object().uid();
    return stream(ObservedKind.REPLICA_SET, Workload.class)
        .filter(rs -> rs.controller().map(c -> c.uid().equals(uid)).orElse(false))
        .flatMap(rs -> podsOf(rs.object().uid()).stream())
        .toList();
  }

  /** The budgets that cover the pod. */
  public List<Budget> budgetsOf(Pod pod) {
    return stream(ObservedKind.POD_DISRUPTION_BUDGET, Budget.class)
        .filter(budget -> budget.covers(pod))
        .toList();
  }

  /** The services whose selector chooses the pod. */
  public List<ServiceEntry> servicesOf(Pod pod) {
    return stream(ObservedKind.SERVICE, ServiceEntry.class)
        .filter(service -> service.selects(pod))
        .toList();
  }

  /** The slices with an endpoint of the pod. */
  public List<EndpointSlice> slicesOf(Pod pod) {
    return stream(ObservedKind.ENDPOINT_SLICE, EndpointSlice.class)
        .filter(s -> s.endpoints().stream().anyMatch(e -> e.podUid().equals(pod.ref().uid())))
        .toList();
  }

  /** All namespaces. */
  public List<NamespaceEntry> namespaces() {
    return stream(ObservedKind.NAMESPACE, NamespaceEntry.class).toList();
  }
}
