package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.ObjectRef;

/** Makes an endpoint slice of its tree. */
final class EndpointSliceDecoder implements TreeDecoder.FromTree {
  private static final String SERVICE = "kubernetes.io/service-name";

  private final Shared shared;

  EndpointSliceDecoder(Shared shared) {
    this.shared = shared;
  }

  @Override
  public ClusterObject object(ObjectRef ref, JsonNode root) {
    String service = Json.text(root.path("metadata").path("labels").path(SERVICE));
    List<EndpointSlice.Endpoint> endpoints = new ArrayList<>();
    for (JsonNode endpoint : root.path("endpoints")) {
      endpoints.add(endpoint(endpoint));
    }
    return new EndpointSlice(ref, shared.one(service), endpoints, ports(root));
  }

  private static List<Integer> ports(JsonNode root) {
    List<Integer> ports = new ArrayList<>();
    for (JsonNode port : root.path("ports")) {
      String protocol = Json.text(port.path("protocol"));
      if (port.path("port").isInt() && (protocol.isEmpty() || protocol.equals("TCP"))) {
        ports.add(port.path("port").intValue());
      }
    }
    return ports;
  }

  /** An absent {@code ready} is to be read as true, says the API. */
  private static EndpointSlice.Endpoint endpoint(JsonNode node) {
    JsonNode target = node.path("targetRef");
    boolean pod = Json.text(target.path("kind")).equals("Pod");
    return new EndpointSlice.Endpoint(
        pod ? Json.text(target.path("uid")) : "",
        Json.text(node.path("addresses").path(0)),
        node.path("conditions").path("ready").asBoolean(true));
  }
}
