package org.lazaretto.range.net;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Snapshot;
import org.lazaretto.range.store.Stored;

/**
 * The network of a cluster, as its objects have it at each moment; policies count as late as the
 * wiring has it. Called by many threads.
 */
public final class Network {
  /** The address of the API server's service, if no other was given to it. */
  public static final String API_SERVICE = "172.20.0.1";

  /** The address of the API server itself, outside the nodes' and the pods' blocks. */
  public static final String API_SERVER = "10.0.8.20";

  private static final int DNS = 53;
  private static final List<Integer> OF_NODES = List.of(22, 10250);

  private final ObjectStore store;
  private final Wiring wiring;
  private final Enforced enforced;
  private final BiPredicate<Stored, Integer> listens;
  private final Predicate<String> reachable;

  /**
   * The network of a store's cluster.
   *
   * @param listens whether a pod listens on a port that none of its containers declares
   * @param reachable whether a node is on the network
   */
  public Network(
      InstantSource clock,
      ObjectStore store,
      Wiring wiring,
      BiPredicate<Stored, Integer> listens,
      Predicate<String> reachable) {
    this.store = store;
    this.wiring = wiring;
    this.enforced = new Enforced(clock, store, wiring.policyDelay());
    this.listens = listens;
    this.reachable = reachable;
  }

  /** How policies are enforced. */
  public Cni cni() {
    return wiring.cni();
  }

  /** How long a policy takes now until it counts. */
  public Duration policyDelay() {
    return enforced.delay();
  }

  /** Has policies, labels and new pods count so much later from now on; not negative. */
  public void slowPolicies(Duration delay) {
    enforced.delay(delay);
  }

  /** A pod as it is now. */
  public Optional<Peer> peer(ObjectKey key) {
    return store.get(ResourceTypes.PODS, key.namespace(), key.name()).map(Peer::of);
  }

  /**
   * The addresses of a name.
   *
   * @return none if there is no such name; empty if the resolver cannot be reached
   */
  public Optional<List<String>> lookup(Peer from, String name) {
    List<String> addresses =
        new Naming(store.snapshot(), wiring.outside()).addresses(from.key().namespace(), name);
    boolean alone = addresses.equals(List.of(name)) || name.equals("localhost");
    return alone || resolves(from) ? Optional.of(addresses) : Optional.empty();
  }

  private boolean resolves(Peer from) {
    List<Stored> resolvers =
        store.list(ResourceTypes.PODS, Optional.of("kube-system")).stream()
            .filter(p -> "kube-dns".equals(p.labels().get("k8s-app")))
            .toList();
    return resolvers.isEmpty()
        || resolvers.stream()
            .map(Peer::of)
            .anyMatch(p -> connect(from, p.address(), DNS, true) instanceof Verdict.Open);
  }

  /** What comes of connecting from a pod to an address. */
  public Verdict connect(Peer from, String address, int port, boolean udp) {
    Snapshot cluster = store.snapshot();
    String protocol = udp ? "UDP" : "TCP";
    if (address.startsWith("127.")) {
      return hears(from, port) ? new Verdict.Open(Optional.of(from), port) : new Verdict.Refused();
    }
    Naming naming = new Naming(cluster, wiring.outside());
    Optional<Stored> service = naming.serviceAt(address);
    if (service.isEmpty()) {
      return direct(cluster, from, address, port, protocol);
    }
    Optional<List<Naming.Backend>> backends = naming.backends(service.get(), port, protocol);
    if (backends.isEmpty()) {
      return new Verdict.Silent();
    }
    if (backends.get().isEmpty()) {
      return new Verdict.Refused();
    }
    int which = Math.floorMod((from.uid() + address).hashCode(), backends.get().size());
    Naming.Backend chosen = backends.get().get(which);
    return direct(cluster, from, chosen.address(), chosen.port(), protocol);
  }

  private Verdict direct(Snapshot cluster, Peer from, String address, int port, String protocol) {
    Optional<Peer> pod = at(cluster, address, port);
    if (!wired(from, pod)) {
      return new Verdict.Silent();
    }
    Policies.Packet packet = new Policies.Packet(from, pod, address, port, protocol);
    if (!new Policies(enforced.cluster(), wiring.cni()).allow(packet)) {
      return new Verdict.Silent();
    }
    if (pod.isPresent()) {
      if (!pod.get().traits().runs()) {
        return new Verdict.Silent();
      }
      return hears(pod.get(), port) ? new Verdict.Open(pod, port) : new Verdict.Refused();
    }
    if (isNode(cluster, address)) {
      return OF_NODES.contains(port) ? new Verdict.Open(pod, port) : new Verdict.Refused();
    }
    boolean api = isApiServer(address, port);
    boolean open =
        api || wiring.outside().at(address).filter(h -> h.ports().contains(port)).isPresent();
    return open ? new Verdict.Open(pod, port) : new Verdict.Silent();
  }

  /** Whether the API server answers there. */
  public boolean isApiServer(String address, int port) {
    return port == 443
        && (address.equals(API_SERVER)
            || store
                .get(ResourceTypes.SERVICES, "default", "kubernetes")
                .flatMap(s -> s.field("spec.clusterIP"))
                .orElse(API_SERVICE)
                .equals(address));
  }

  /** Whether a packet gets there: what is on one node needs no network. */
  private boolean wired(Peer from, Optional<Peer> to) {
    String node = from.traits().node();
    String other = to.map(t -> t.traits().node()).orElse("");
    boolean near = !other.isEmpty() && other.equals(node);
    return near || (reachable.test(node) && (other.isEmpty() || reachable.test(other)));
  }

  private boolean hears(Peer pod, int port) {
    return pod.ports().stream().anyMatch(p -> p.number() == port)
        || store
            .get(ResourceTypes.PODS, pod.key().namespace(), pod.key().name())
            .filter(p -> listens.test(p, port))
            .isPresent();
  }

  /** The pod that has an address; of those on a host's network the one that has the port. */
  private Optional<Peer> at(Snapshot cluster, String address, int port) {
    List<Peer> pods =
        cluster.list(ResourceTypes.PODS, Optional.empty()).stream()
            .filter(p -> p.field("status.podIP").filter(address::equals).isPresent())
            .filter(p -> p.field("status.phase").filter(Network::over).isEmpty())
            .map(Peer::of)
            .toList();
    return pods.stream().filter(p -> !p.traits().onHost() || hears(p, port)).findFirst();
  }

  private static boolean over(String phase) {
    return phase.equals("Succeeded") || phase.equals("Failed");
  }

  private static boolean isNode(Snapshot cluster, String address) {
    return cluster.list(ResourceTypes.NODES, Optional.empty()).stream()
        .anyMatch(n ->
            n.tree()
                .at("/status/addresses")
                .valueStream()
                .anyMatch(a -> a.path("address").asText("").equals(address)));
  }
}
