package org.lazaretto.range.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Snapshot;
import org.lazaretto.range.store.Stored;

/** Names and services of a cluster, as its DNS and its proxies know them. */
final class Naming {
  private static final String SUFFIX = ".cluster.local";

  private final Snapshot cluster;
  private final Outside outside;

  Naming(Snapshot cluster, Outside outside) {
    this.cluster = cluster;
    this.outside = outside;
  }

  /** The addresses of a name, asked for from a namespace; none if there is no such name. */
  List<String> addresses(String namespace, String name) {
    if (name.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
      return List.of(name);
    }
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (bare.equals("localhost")) {
      return List.of("127.0.0.1");
    }
    Optional<String> external = outside.named(bare).map(Outside.Host::address);
    return external.map(List::of).orElseGet(() -> service(namespace, bare));
  }

  private List<String> service(String namespace, String name) {
    String inside =
        name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    String[] parts = inside.split("\\.", -1);
    if (parts.length > 2 && !parts[parts.length - 1].equals("svc")) {
      return List.of();
    }
    if (parts.length == 4) {
      return one(parts[2], parts[1], parts[0]);
    }
    return all(parts.length > 1 ? parts[1] : namespace, parts[0]);
  }

  private List<String> all(String namespace, String service) {
    Optional<Stored> found = cluster.get(ResourceTypes.SERVICES, namespace, service);
    if (found.isEmpty()) {
      boolean api = namespace.equals("default") && service.equals("kubernetes");
      return api ? List.of(Network.API_SERVICE) : List.of();
    }
    JsonNode spec = found.get().tree().path("spec");
    if (spec.path("type").asText("").equals("ExternalName")) {
      return outside.named(spec.path("externalName").asText("")).stream()
          .map(Outside.Host::address)
          .toList();
    }
    String address = spec.path("clusterIP").asText("");
    return address.isEmpty() || address.equals("None")
        ? behind(namespace, service).stream().map(Backend::address).distinct().toList()
        : List.of(address);
  }

  /** A pod of a headless service by its own name. */
  private List<String> one(String namespace, String service, String pod) {
    return behind(namespace, service).stream()
        .filter(b -> b.pod().equals(pod))
        .map(Backend::address)
        .distinct()
        .toList();
  }

  /** One port of one pod behind a service; the port's name is that of the service's. */
  record Backend(String pod, String address, String portName, int port) {}

  List<Backend> behind(String namespace, String service) {
    List<Backend> backends = new ArrayList<>();
    for (Stored each : cluster.list(ResourceTypes.ENDPOINT_SLICES, Optional.of(namespace))) {
      if (!service.equals(each.labels().get("kubernetes.io/service-name"))) {
        continue;
      }
      JsonNode slice = each.tree();
      for (JsonNode endpoint : slice.path("endpoints")) {
        if (endpoint.at("/conditions/ready").asBoolean(true)) {
          for (JsonNode port : slice.path("ports")) {
            backends.add(
                new Backend(
                    endpoint.at("/targetRef/name").asText(""),
                    endpoint.at("/addresses/0").asText(""),
                    port.path("name").asText(""),
                    port.path("port").asInt()));
          }
        }
      }
    }
    return backends;
  }

  /** The service that has an address, if one has. */
  Optional<Stored> serviceAt(String address) {
    return cluster.list(ResourceTypes.SERVICES, Optional.empty()).stream()
        .filter(s -> s.field("spec.clusterIP").filter(address::equals).isPresent())
        .findFirst();
  }

  /** Where a service's port leads; none if nobody is ready. Empty if it has no such port. */
  Optional<List<Backend>> backends(Stored service, int port, String protocol) {
    for (JsonNode each : service.tree().at("/spec/ports")) {
      if (each.path("port").asInt() == port
          && each.path("protocol").asText("TCP").equals(protocol)) {
        String name = each.path("name").asText("");
        return Optional.of(
            behind(service.namespace(), service.name()).stream()
                .filter(b -> b.portName().equals(name))
                .toList());
      }
    }
    return Optional.empty();
  }
}
