package org.lazaretto.model;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What was known of a cluster at one moment: immutable, safe to read from any thread. A later
 * snapshot shares with it all that did not change. Lookups by node, by owner and by pod cost what
 * that node, owner or namespace holds, not what the cluster holds.
 */
public final class ClusterSnapshot {
  private final Once<Optional<Workload>> autoscaler = new Once<>();
  private final ClusterIdentity cluster;
  private final Instant asOf;
  private final PMap<ObservedKind, KindHealth> health;
  private final PodIndex pods;
  private final PMap<String, Node> nodes;
  private final OtherObjects others;

  private ClusterSnapshot(
      ClusterIdentity cluster,
      Instant asOf,
      PMap<ObservedKind, KindHealth> health,
      PodIndex pods,
      PMap<String, Node> nodes,
      OtherObjects others) {
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
        OtherObjects.NONE);
  }

  /** This snapshot with the objects added or replaced, by UID. */
  public ClusterSnapshot with(Collection<? extends ClusterObject> objects) {
    Map<String, Optional<Pod>> podChanges = new HashMap<>();
    PMap<String, Node> newNodes = nodes;
    OtherObjects newOthers = others;
    for (ClusterObject object : objects) {
      switch (object) {
        case Pod pod -> podChanges.put(pod.ref().uid(), Optional.of(pod));
        case Node node -> newNodes = newNodes.plus(node.ref().name(), node);
        default -> newOthers = newOthers.plus(object);
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
    return new ClusterSnapshot(cluster, asOf, health, pods, nodes, others.minus(kind, uids));
  }

  /** This snapshot with another health of one kind. */
  public ClusterSnapshot withHealth(ObservedKind kind, KindHealth value) {
    return new ClusterSnapshot(cluster, asOf, health.plus(kind, value), pods, nodes, others);
  }

  /** This snapshot as of another moment. */
  public ClusterSnapshot at(Instant moment) {
    return new ClusterSnapshot(cluster, moment, health, pods, nodes, others);
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

  /** Whether the kind may not be listed: what nobody sees of it is then not nothing. */
  public boolean denied(ObservedKind kind) {
    return health(kind) instanceof KindHealth.Denied;
  }

  /** The UIDs of all objects of a kind. */
  public Set<String> uids(ObservedKind kind) {
    return switch (kind) {
      case POD -> pods.uids();
      case NODE -> nodes.values().stream().map(n -> n.ref().uid()).collect(Collectors.toSet());
      default -> others.uids(kind);
    };
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
    return others.workload(uid);
  }

  /** The workload of that kind and name. */
  public Optional<Workload> workload(ObservedKind kind, String namespace, String name) {
    return others.named(kind, namespace, name).map(Workload.class::cast).findFirst();
  }

  /**
   * The Cluster Autoscaler, where it runs as a Deployment with its own image. Every Deployment is
   * looked at, once a picture.
   */
  public Optional<Workload> clusterAutoscaler() {
    return autoscaler.of(others::nodeScaler);
  }

  /** All workloads of a kind. */
  public List<Workload> workloads(ObservedKind kind) {
    return others.all(kind, Workload.class).toList();
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
    return others.of(ObservedKind.REPLICA_SET).ofOwner(workload.object().uid()).stream()
        .flatMap(rs -> podsOf(rs.object().uid()).stream())
        .toList();
  }

  /** The budgets that cover the pod. */
  public List<Budget> budgetsOf(Pod pod) {
    return others
        .choosing(pod, ObservedKind.POD_DISRUPTION_BUDGET, Budget.class)
        .filter(budget -> budget.covers(pod))
        .toList();
  }

  /** The autoscalers that set the replicas of a workload. */
  public List<Autoscaler> autoscalersOf(ObjectRef workload) {
    String target = workload.kind() + "/" + workload.name();
    return others
        .named(ObservedKind.HORIZONTAL_POD_AUTOSCALER, workload.namespace(), target)
        .map(Autoscaler.class::cast)
        .filter(autoscaler -> autoscaler.scales(workload))
        .toList();
  }

  /** The claim of that name. */
  public Optional<Claim> claim(String namespace, String name) {
    return others
        .named(ObservedKind.PERSISTENT_VOLUME_CLAIM, namespace, name)
        .map(Claim.class::cast)
        .findFirst();
  }

  /** All configurations of admission webhooks, the mutating ones first. */
  public List<Webhooks> webhooks() {
    return Stream.concat(
            others.all(ObservedKind.MUTATING_WEBHOOKS, Webhooks.class),
            others.all(ObservedKind.VALIDATING_WEBHOOKS, Webhooks.class))
        .toList();
  }

  /** The services whose selector chooses the pod. */
  public List<ServiceEntry> servicesOf(Pod pod) {
    return others
        .choosing(pod, ObservedKind.SERVICE, ServiceEntry.class)
        .filter(service -> service.selects(pod))
        .toList();
  }

  /** The service of that name. */
  public Optional<ServiceEntry> service(String namespace, String name) {
    return others
        .named(ObservedKind.SERVICE, namespace, name)
        .filter(service -> service.object().name().equals(name))
        .map(ServiceEntry.class::cast)
        .findFirst();
  }

  /** All services of a namespace. */
  public List<ServiceEntry> services(String namespace) {
    return others.in(namespace, ObservedKind.SERVICE, ServiceEntry.class).toList();
  }

  /** The slices with an endpoint of the pod. */
  public List<EndpointSlice> slicesOf(Pod pod) {
    return others
        .named(ObservedKind.ENDPOINT_SLICE, pod.ref().namespace(), pod.ref().uid())
        .map(EndpointSlice.class::cast)
        .toList();
  }

  /** All slices of a namespace. */
  public List<EndpointSlice> slices(String namespace) {
    return others.in(namespace, ObservedKind.ENDPOINT_SLICE, EndpointSlice.class).toList();
  }

  /** The network policies that are about the pod. */
  public List<NetworkPolicy> policiesOf(Pod pod) {
    return policies(pod.ref().namespace()).stream().filter(policy -> policy.selects(pod)).toList();
  }

  /** The network policies of a namespace. */
  public List<NetworkPolicy> policies(String namespace) {
    return others.in(namespace, ObservedKind.NETWORK_POLICY, NetworkPolicy.class).toList();
  }

  /** All namespaces. */
  public List<NamespaceEntry> namespaces() {
    return others.all(ObservedKind.NAMESPACE, NamespaceEntry.class).toList();
  }
}
