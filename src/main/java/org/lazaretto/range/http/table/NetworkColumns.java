package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Services, what stands behind them, and who may reach whom. */
final class NetworkColumns {
  private static final int SHOWN = 3;

  private NetworkColumns() {}

  static List<Column> services() {
    return List.of(
        Column.ofName(),
        Column.text("Type", Cells.text("/spec/type", "ClusterIP")),
        Column.text("Cluster-IP", Cells.text("/spec/clusterIP", Cells.NONE)),
        Column.text("External-IP", NetworkColumns::externalIp),
        Column.text("Port(s)", service -> Cells.orNone(ports(service))),
        Column.ofAge(),
        Column.text("Selector", o -> Cells.labels(o.at("/spec/selector"))).wideOnly());
  }

  private static String externalIp(JsonNode service) {
    return switch (service.at("/spec/type").asText("")) {
      case "LoadBalancer" -> {
        String ingress =
            Cells.joined(
                service.at("/status/loadBalancer/ingress"),
                i -> i.path("ip").asText(i.path("hostname").asText("")));
        yield ingress.isEmpty() ? "<pending>" : ingress;
      }
      case "ExternalName" -> service.at("/spec/externalName").asText("");
      default -> Cells.orNone(Cells.joined(service.at("/spec/externalIPs"), JsonNode::asText));
    };
  }

  private static String ports(JsonNode service) {
    return Cells.joined(
        service.at("/spec/ports"),
        port -> {
          String outside = port.has("nodePort") ? ":" + port.path("nodePort").asInt() : "";
          return port.path("port").asInt() + outside + "/" + port.path("protocol").asText("TCP");
        });
  }

  static List<Column> endpoints() {
    return List.of(
        Column.ofName(), Column.text("Endpoints", NetworkColumns::addresses), Column.ofAge());
  }

  private static String addresses(JsonNode endpoints) {
    List<String> all = new ArrayList<>();
    for (JsonNode subset : endpoints.path("subsets")) {
      for (JsonNode address : subset.path("addresses")) {
        String ip = address.path("ip").asText("");
        if (subset.path("ports").isEmpty()) {
          all.add(ip);
        }
        subset.path("ports").forEach(port -> all.add(ip + ":" + port.path("port").asInt()));
      }
    }
    return shortened(all);
  }

  static List<Column> endpointSlices() {
    return List.of(
        Column.ofName(),
        Column.text("AddressType", Cells.text("/addressType", "")),
        Column.text(
            "Ports",
            slice ->
                slice.path("ports").isEmpty()
                    ? "<unset>"
                    : Cells.joined(slice.path("ports"), port -> port.path("port").asText("*"))),
        Column.text("Endpoints", NetworkColumns::sliceAddresses),
        Column.ofAge());
  }

  private static String sliceAddresses(JsonNode slice) {
    List<String> all = new ArrayList<>();
    slice
        .path("endpoints")
        .forEach(e -> e.path("addresses").forEach(address -> all.add(address.asText())));
    return all.isEmpty() ? "<unset>" : shortened(all);
  }

  private static String shortened(List<String> all) {
    if (all.size() <= SHOWN) {
      return Cells.orNone(String.join(",", all));
    }
    return String.join(",", all.subList(0, SHOWN)) + " + " + (all.size() - SHOWN) + " more...";
  }

  static List<Column> networkPolicies() {
    return List.of(
        Column.ofName(),
        Column.text("Pod-Selector", o -> Cells.selector(o.at("/spec/podSelector"))),
        Column.ofAge());
  }
}
