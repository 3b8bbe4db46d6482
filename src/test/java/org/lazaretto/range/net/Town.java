package org.lazaretto.range.net;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** A cluster that does not live: two shops' pods, a service, a node, a host outside. */
final class Town {
  static final String POOL = "198.51.100.77";

  final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00Z"));
  final ObjectStore store = new ObjectStore(clock, new SplittableRandom(1));
  final Network network;
  volatile String cut = "";
  final Flows flows;

  Town(Cni cni) {
    this(cni, Duration.ZERO);
  }

  Town(Cni cni, Duration policyDelay) {
    Outside outside = new Outside(List.of(new Outside.Host("pool.example", POOL, Set.of(3333))));
    network =
        new Network(
            clock::now,
            store,
            new Wiring(cni, outside, policyDelay),
            (pod, port) -> false,
            node -> !node.equals(cut));
    flows = new Flows(network);
    create(ResourceTypes.NAMESPACES, "{'metadata':{'name':'shop'}}");
    create(ResourceTypes.NAMESPACES, "{'metadata':{'name':'lab','labels':{'kind':'lab'}}}");
    create(
        ResourceTypes.NODES,
        "{'metadata':{'name':'n1'},'status':{'addresses':[{'type':'InternalIP','address':'10.0.0.1'}]}}");
    create(
        ResourceTypes.NODES,
        "{'metadata':{'name':'far','labels':{'eks.amazonaws.com/compute-type':'fargate'}}}");
    pod("shop", "web", "10.1.0.2", "");
    pod("shop", "pay", "10.1.0.3", "");
    pod("lab", "probe", "10.1.0.4", "");
    create(
        ResourceTypes.SERVICES,
        "{'metadata':{'name':'pay','namespace':'shop'},'spec':{'clusterIP':'172.20.0.5','ports':[{'name':'main','port':80,'targetPort':8080,'protocol':'TCP'}]}}");
    slice("10.1.0.3");
  }

  static ObjectNode json(String text) {
    return Json.object(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  void create(ResourceType type, String text) {
    store.create(type, json(text));
  }

  /** A running pod of a ReplicaSet with the label app and port 8080, named main. */
  void pod(String namespace, String name, String address, String spec) {
    create(
        ResourceTypes.PODS,
        ("{'metadata':{'name':'%2$s','namespace':'%1$s','labels':{'app':'%2$s'},'ownerReferences':[{'uid':'r'}]},"
                + "'spec':{%4$s'nodeName':'n1','containers':[{'name':'a','image':'x','ports':[{'name':'main','containerPort':8080}]}]},"
                + "'status':{'phase':'Running','podIP':'%3$s'}}")
            .formatted(namespace, name, address, spec));
  }

  void slice(String address) {
    create(
        ResourceTypes.ENDPOINT_SLICES,
        "{'metadata':{'name':'pay-1','namespace':'shop','labels':{'kubernetes.io/service-name':'pay'}},'endpoints':[{'addresses':['%s'],'conditions':{'ready':true},'targetRef':{'name':'pay'}}],'ports':[{'name':'main','port':8080}]}"
            .formatted(address));
  }

  void policy(String name, String spec) {
    create(
        ResourceTypes.NETWORK_POLICIES,
        "{'metadata':{'name':'%s','namespace':'shop'},'spec':%s}".formatted(name, spec));
  }

  void drop(ResourceType type, String namespace, String name) {
    store.delete(type, namespace, name, Deletion.now());
  }

  void change(String pod, java.util.function.Consumer<ObjectNode> change) {
    store.update(
        ResourceTypes.PODS,
        "shop",
        pod,
        tree -> {
          change.accept(tree);
          return tree;
        });
  }

  Peer peer(String namespace, String name) {
    return network.peer(new ObjectKey(namespace, name)).orElseThrow();
  }

  /** open, refused or silent. */
  String dial(String namespace, String pod, String host, int port) {
    Peer from = peer(namespace, pod);
    List<String> addresses = network.lookup(from, host).orElse(List.of());
    if (addresses.isEmpty()) {
      return "unknown";
    }
    return switch (network.connect(from, addresses.getFirst(), port, false)) {
      case Verdict.Open open -> "open";
      case Verdict.Refused refused -> "refused";
      case Verdict.Silent silent -> "silent";
    };
  }
}
