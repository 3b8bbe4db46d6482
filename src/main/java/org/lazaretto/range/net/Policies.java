package org.lazaretto.range.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Snapshot;
import org.lazaretto.range.store.Stored;

/**
 * What the network policies in force let pass. They add up: what one allows no other forbids. Rules
 * see the pods behind a service and not its address, and pods with the labels that the enforcing
 * nodes have heard of.
 */
final class Policies {
  private static final String INGRESS = "Ingress";
  private static final String EGRESS = "Egress";

  private final Snapshot cluster;
  private final Cni cni;

  Policies(Snapshot cluster, Cni cni) {
    this.cluster = cluster;
    this.cni = cni;
  }

  /**
   * Something that wants to pass.
   *
   * @param from who sends
   * @param to the pod that gets it, if it is one
   * @param address its address
   * @param port its port
   * @param protocol TCP or UDP
   */
  record Packet(Peer from, Optional<Peer> to, String address, int port, String protocol) {}

  boolean allow(Packet packet) {
    if (packet.to().filter(t -> t.uid().equals(packet.from().uid())).isPresent()) {
      return true;
    }
    return passes(packet, packet.from(), EGRESS)
        && (packet.to().isEmpty() || passes(packet, packet.to().get(), INGRESS));
  }

  private boolean passes(Packet packet, Peer subject, String direction) {
    if (!governed(subject)) {
      return true;
    }
    List<JsonNode> policies = selecting(known(subject).orElse(subject), direction);
    return policies.isEmpty() || policies.stream().anyMatch(p -> allows(p, packet, direction));
  }

  /** Whether policies hold for a pod at all. */
  private boolean governed(Peer pod) {
    if (pod.traits().onHost()) {
      return false;
    }
    return switch (cni) {
      case CALICO -> true;
      case VPC_CNI ->
          known(pod).isPresent() && pod.traits().owned() && !isForeign(pod.traits().node());
    };
  }

  /**
   * A pod with the labels that count. One that is new counts in nobody's rules yet; Calico starts
   * it under the policies that are about it, Amazon's CNI without any.
   */
  private Optional<Peer> known(Peer pod) {
    return cluster
        .get(ResourceTypes.PODS, pod.key().namespace(), pod.key().name())
        .filter(then -> then.uid().equals(pod.uid()))
        .map(then -> pod.labelled(then.labels()));
  }

  private boolean isForeign(String node) {
    Optional<Stored> found = cluster.get(ResourceTypes.NODES, "", node);
    Map<String, String> labels = found.map(Stored::labels).orElse(Map.of());
    return "fargate".equals(labels.get("eks.amazonaws.com/compute-type"))
        || "windows".equals(labels.get("kubernetes.io/os"));
  }

  private List<JsonNode> selecting(Peer subject, String direction) {
    Optional<String> namespace = Optional.of(subject.key().namespace());
    return cluster.list(ResourceTypes.NETWORK_POLICIES, namespace).stream()
        .<JsonNode>map(Stored::tree)
        .filter(p -> isAbout(p.path("spec"), direction))
        .filter(p -> selects(p.at("/spec/podSelector"), subject.labels()))
        .toList();
  }

  private static boolean isAbout(JsonNode spec, String direction) {
    JsonNode types = spec.path("policyTypes");
    if (types.isEmpty()) {
      return direction.equals(INGRESS) || spec.has("egress");
    }
    return types.valueStream().anyMatch(t -> t.asText().equals(direction));
  }

  private boolean allows(JsonNode policy, Packet packet, String direction) {
    boolean in = direction.equals(INGRESS);
    String namespace = policy.at("/metadata/namespace").asText();
    return policy
        .path("spec")
        .path(in ? "ingress" : "egress")
        .valueStream()
        .anyMatch(rule -> {
          JsonNode peers = rule.path(in ? "from" : "to");
          boolean known =
              peers.isEmpty()
                  || peers.valueStream().anyMatch(peer -> isPeer(peer, namespace, packet, in));
          return known && isPort(rule.path("ports"), packet);
        });
  }

  private boolean isPeer(JsonNode peer, String namespace, Packet packet, boolean in) {
    Optional<Peer> other = in ? Optional.of(packet.from()) : packet.to();
    String address = in ? packet.from().address() : packet.address();
    if (peer.has("ipBlock")) {
      return inBlock(peer.path("ipBlock"), address);
    }
    return other
        .filter(o -> !o.traits().onHost())
        .flatMap(this::known)
        .filter(o -> inNamespace(peer, namespace, o))
        .filter(o -> !peer.has("podSelector") || selects(peer.path("podSelector"), o.labels()))
        .isPresent();
  }

  private static boolean inBlock(JsonNode block, String address) {
    return Cidr.contains(block.path("cidr").asText(""), address)
        && block
            .path("except")
            .valueStream()
            .noneMatch(except -> Cidr.contains(except.asText(""), address));
  }

  private boolean inNamespace(JsonNode peer, String namespace, Peer other) {
    if (!peer.has("namespaceSelector")) {
      return other.key().namespace().equals(namespace);
    }
    Map<String, String> labels =
        cluster
            .get(ResourceTypes.NAMESPACES, "", other.key().namespace())
            .map(Stored::labels)
            .orElse(Map.of());
    Map<String, String> all = new java.util.HashMap<>(labels);
    all.put("kubernetes.io/metadata.name", other.key().namespace());
    return selects(peer.path("namespaceSelector"), all);
  }

  private static boolean selects(JsonNode selector, Map<String, String> labels) {
    return selector.isMissingNode() || LabelSelector.of(selector).matches(labels);
  }

  private static boolean isPort(JsonNode ports, Packet packet) {
    return ports.isEmpty()
        || ports
            .valueStream()
            .filter(p -> p.path("protocol").asText("TCP").equals(packet.protocol()))
            .anyMatch(p -> isPort(p, packet, p.path("port")));
  }

  private static boolean isPort(JsonNode rule, Packet packet, JsonNode port) {
    if (port.isMissingNode() || port.isNull()) {
      return true;
    }
    if (port.isTextual()) {
      return packet
          .to()
          .flatMap(to -> to.named(port.asText(), packet.protocol()))
          .filter(number -> number == packet.port())
          .isPresent();
    }
    int end = rule.path("endPort").asInt(port.asInt());
    return packet.port() >= port.asInt() && packet.port() <= end;
  }
}
