package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.net.Network;

/**
 * The service by which pods reach the API server. It selects no pods: its endpoints are written.
 */
final class OwnService {
  private static final String NAME = "kubernetes";
  private static final String PORT = "https";

  private OwnService() {}

  static ObjectNode service() {
    ObjectNode service = Tree.head("v1", "Service", "default", NAME);
    Tree.made(service, "metadata", "labels").put("component", "apiserver").put("provider", NAME);
    ObjectNode spec = service.putObject("spec").put("type", "ClusterIP");
    spec.put("clusterIP", Network.API_SERVICE).putArray("clusterIPs").add(Network.API_SERVICE);
    port(spec.putArray("ports").addObject()).put("targetPort", 443);
    return service;
  }

  private static ObjectNode port(ObjectNode port) {
    return port.put("name", PORT).put("port", 443).put("protocol", "TCP");
  }

  static ObjectNode endpoints() {
    ObjectNode endpoints = Tree.head("v1", "Endpoints", "default", NAME);
    Tree.made(endpoints, "metadata", "labels")
        .put("endpointslice.kubernetes.io/skip-mirror", "true");
    ObjectNode subset = endpoints.putArray("subsets").addObject();
    subset.putArray("addresses").addObject().put("ip", Network.API_SERVER);
    port(subset.putArray("ports").addObject());
    return endpoints;
  }

  static ObjectNode slice() {
    ObjectNode slice = Tree.head("discovery.k8s.io/v1", "EndpointSlice", "default", NAME);
    Tree.made(slice, "metadata", "labels").put("kubernetes.io/service-name", NAME);
    slice.put("addressType", "IPv4");
    ObjectNode endpoint = slice.putArray("endpoints").addObject();
    endpoint.putArray("addresses").add(Network.API_SERVER);
    endpoint.putObject("conditions").put("ready", true);
    port(slice.putArray("ports").addObject());
    return slice;
  }
}
