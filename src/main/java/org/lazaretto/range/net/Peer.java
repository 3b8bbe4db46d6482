package org.lazaretto.range.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.Stored;

/**
 * A pod as the network sees it.
 *
 * @param key its namespace and name
 * @param uid its uid
 * @param address its address
 * @param labels its labels
 * @param traits what else matters
 * @param ports what its containers say they listen on
 */
public record Peer(
    ObjectKey key,
    String uid,
    String address,
    Map<String, String> labels,
    Traits traits,
    List<Port> ports) {
  /** Copies its parts. */
  public Peer {
    labels = Map.copyOf(labels);
    ports = List.copyOf(ports);
  }

  /**
   * What matters about a pod.
   *
   * @param node where it is
   * @param onHost whether it uses the host's network
   * @param owned whether anything is named in its ownerReferences
   * @param runs whether it has begun and not ended
   */
  public record Traits(String node, boolean onHost, boolean owned, boolean runs) {}

  /** A port that a container names. */
  public record Port(String name, int number, String protocol) {}

  /** Reads a pod. */
  public static Peer of(Stored pod) {
    JsonNode tree = pod.tree();
    List<Port> ports = new ArrayList<>();
    for (JsonNode container : tree.at("/spec/containers")) {
      for (JsonNode port : container.path("ports")) {
        ports.add(
            new Port(
                port.path("name").asText(""),
                port.path("containerPort").asInt(),
                port.path("protocol").asText("TCP")));
      }
    }
    Traits traits =
        new Traits(
            tree.at("/spec/nodeName").asText(""),
            tree.at("/spec/hostNetwork").asBoolean(),
            !tree.at("/metadata/ownerReferences").isEmpty(),
            tree.at("/status/phase").asText("").equals("Running"));
    String address = tree.at("/status/podIP").asText("");
    return new Peer(pod.key(), pod.uid(), address, pod.labels(), traits, ports);
  }

  /** The same with other labels. */
  Peer labelled(Map<String, String> others) {
    return new Peer(key, uid, address, others, traits, ports);
  }

  /** The number of a named port of a protocol. */
  Optional<Integer> named(String name, String protocol) {
    return ports.stream()
        .filter(p -> p.name().equals(name) && p.protocol().equals(protocol))
        .map(Port::number)
        .findFirst();
  }
}
