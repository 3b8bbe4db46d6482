package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * What a service is given when it is made: a cluster address, node ports, a balancer's name. They
 * follow from its name, but never fall on those of another.
 */
final class ServiceAddresses {
  private static final int FIRST_PORT = 30_000;
  private static final int PORTS = 2768;

  private final ObjectStore store;

  ServiceAddresses(ObjectStore store) {
    this.store = store;
  }

  /** Whether something is missing that this would give. */
  static boolean isNeeded(ObjectNode service) {
    ObjectNode spec = Tree.made(service, "spec");
    if (Tree.text(spec, "type").equals("ExternalName")) {
      return false;
    }
    boolean ports = false;
    if (open(spec)) {
      for (JsonNode port : spec.path("ports")) {
        ports |= !port.has("nodePort");
      }
    }
    boolean balanced =
        Tree.text(spec, "type").equals("LoadBalancer")
            && Tree.at(service, "status", "loadBalancer", "ingress").isEmpty();
    return Tree.text(spec, "clusterIP").isEmpty() || !spec.has("ipFamilies") || ports || balanced;
  }

  private static boolean open(ObjectNode spec) {
    return Set.of("NodePort", "LoadBalancer").contains(Tree.text(spec, "type"));
  }

  void give(ObjectKey key, ObjectNode service) {
    ObjectNode spec = Tree.made(service, "spec");
    if (Tree.text(spec, "clusterIP").isEmpty()) {
      spec.put("clusterIP", address(key));
    }
    if (!spec.has("clusterIPs")) {
      spec.putArray("clusterIPs").add(Tree.text(spec, "clusterIP"));
    }
    spec.putArray("ipFamilies").add("IPv4");
    spec.put("ipFamilyPolicy", "SingleStack").put("internalTrafficPolicy", "Cluster");
    if (open(spec)) {
      spec.put("externalTrafficPolicy", "Cluster");
      nodePorts(key, spec);
    }
    if (Tree.text(spec, "type").equals("LoadBalancer")) {
      String name = "a" + Names.sha256("balancer " + key).substring(0, 31);
      String host = name + "-" + Names.sha256(name).substring(0, 10).replaceAll("[a-f]", "7");
      Tree.list(Tree.made(service, "status", "loadBalancer"), "ingress")
          .addObject()
          .put("hostname", host + ".eu-central-1.elb.amazonaws.com");
    }
  }

  private String address(ObjectKey key) {
    Set<String> taken = new HashSet<>();
    for (Stored each : store.list(ResourceTypes.SERVICES, Optional.empty())) {
      each.field("spec.clusterIP").ifPresent(taken::add);
    }
    String hash = Names.sha256("service " + key);
    int number = Integer.parseInt(hash.substring(0, 6), 16);
    String address = address(number);
    while (taken.contains(address)) {
      address = address(++number);
    }
    return address;
  }

  private static String address(int number) {
    return "172.20." + number / 250 % 250 + "." + (2 + number % 250);
  }

  private void nodePorts(ObjectKey key, ObjectNode spec) {
    Set<Integer> taken = new HashSet<>();
    for (Stored each : store.list(ResourceTypes.SERVICES, Optional.empty())) {
      Tree.at(each.tree(), "spec", "ports").forEach(p -> taken.add(p.path("nodePort").asInt()));
    }
    int number = Integer.parseInt(Names.sha256("port " + key).substring(0, 6), 16);
    for (JsonNode port : spec.path("ports")) {
      if (!port.has("nodePort")) {
        while (!taken.add(FIRST_PORT + number % PORTS)) {
          number++;
        }
        ((ObjectNode) port).put("nodePort", FIRST_PORT + number % PORTS);
      }
    }
  }
}
