package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.TreeSet;

/** Pods and the nodes they run on. */
final class PodAndNodeColumns {
  private static final String ROLE_PREFIX = "node-role.kubernetes.io/";

  private PodAndNodeColumns() {}

  static List<Column> pods() {
    return List.of(
        Column.ofName(),
        Column.text("Ready", pod -> new PodStatus(pod).readyOfTotal()),
        Column.text("Status", pod -> new PodStatus(pod).reason()),
        new Column(
            "Restarts",
            "string",
            false,
            (pod, now) -> TextNode.valueOf(new PodStatus(pod).restarts(now))),
        Column.ofAge(),
        Column.text("IP", Cells.text("/status/podIP", Cells.NONE)).wideOnly(),
        Column.text("Node", Cells.text("/spec/nodeName", Cells.NONE)).wideOnly(),
        Column.text("Nominated Node", Cells.text("/status/nominatedNodeName", Cells.NONE))
            .wideOnly(),
        Column.text("Readiness Gates", PodAndNodeColumns::gates).wideOnly());
  }

  private static String gates(JsonNode pod) {
    JsonNode gates = pod.path("spec").path("readinessGates");
    if (gates.isEmpty()) {
      return Cells.NONE;
    }
    long met =
        gates
            .valueStream()
            .map(gate -> gate.path("conditionType").asText())
            .filter(type -> condition(pod, type).equals("True"))
            .count();
    return met + "/" + gates.size();
  }

  static List<Column> nodes() {
    return List.of(
        Column.ofName(),
        Column.text("Status", PodAndNodeColumns::nodeStatus),
        Column.text("Roles", PodAndNodeColumns::roles),
        Column.ofAge(),
        Column.text("Version", Cells.text("/status/nodeInfo/kubeletVersion", "")),
        Column.text("Internal-IP", node -> address(node, "InternalIP")).wideOnly(),
        Column.text("External-IP", node -> address(node, "ExternalIP")).wideOnly(),
        Column.text("OS-Image", Cells.text("/status/nodeInfo/osImage", "<unknown>")).wideOnly(),
        Column.text("Kernel-Version", Cells.text("/status/nodeInfo/kernelVersion", "<unknown>"))
            .wideOnly(),
        Column.text(
                "Container-Runtime",
                Cells.text("/status/nodeInfo/containerRuntimeVersion", "<unknown>"))
            .wideOnly());
  }

  private static String nodeStatus(JsonNode node) {
    String ready =
        switch (condition(node, "Ready")) {
          case "True" -> "Ready";
          case "" -> "Unknown";
          default -> "NotReady";
        };
    boolean closed = node.path("spec").path("unschedulable").asBoolean(false);
    return closed ? ready + ",SchedulingDisabled" : ready;
  }

  private static String roles(JsonNode node) {
    TreeSet<String> roles = new TreeSet<>();
    node.path("metadata")
        .path("labels")
        .properties()
        .forEach(label -> {
          if (label.getKey().startsWith(ROLE_PREFIX)) {
            roles.add(label.getKey().substring(ROLE_PREFIX.length()));
          } else if (label.getKey().equals("kubernetes.io/role")) {
            roles.add(label.getValue().asText());
          }
        });
    return Cells.orNone(String.join(",", roles));
  }

  private static String address(JsonNode node, String type) {
    return node.path("status")
        .path("addresses")
        .valueStream()
        .filter(address -> address.path("type").asText().equals(type))
        .map(address -> address.path("address").asText())
        .findFirst()
        .orElse(Cells.NONE);
  }

  private static String condition(JsonNode object, String type) {
    return object
        .path("status")
        .path("conditions")
        .valueStream()
        .filter(c -> c.path("type").asText().equals(type))
        .map(c -> c.path("status").asText())
        .findFirst()
        .orElse("");
  }
}
