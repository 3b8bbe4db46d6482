package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kinds that shape a cluster: quotas, classes, ingresses, signing requests, definitions. */
final class ClusterColumns {
  private ClusterColumns() {}

  static List<Column> ingresses() {
    return List.of(
        Column.ofName(),
        Column.text("Class", Cells.text("/spec/ingressClassName", Cells.NONE)),
        Column.text("Hosts", ClusterColumns::hosts),
        Column.text(
            "Address",
            o ->
                Cells.joined(
                    o.at("/status/loadBalancer/ingress"),
                    i -> i.path("ip").asText(i.path("hostname").asText("")))),
        Column.text("Ports", o -> o.at("/spec/tls").isEmpty() ? "80" : "80, 443"),
        Column.ofAge());
  }

  private static String hosts(JsonNode ingress) {
    String hosts = Cells.joined(ingress.at("/spec/rules"), rule -> rule.path("host").asText("*"));
    return hosts.isEmpty() ? "*" : hosts;
  }

  static List<Column> quotas() {
    return List.of(
        Column.ofName(),
        Column.text("Request", o -> quota(o, false)),
        Column.text("Limit", o -> quota(o, true)),
        Column.ofAge());
  }

  private static String quota(JsonNode quota, boolean limits) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> hard : quota.at("/status/hard").properties()) {
      if (hard.getKey().startsWith("limits.") == limits) {
        String used = quota.at("/status/used").path(hard.getKey()).asText("0");
        parts.add(hard.getKey() + ": " + used + "/" + hard.getValue().asText(""));
      }
    }
    parts.sort(String::compareTo);
    return String.join(", ", parts);
  }

  static List<Column> storageClasses() {
    return List.of(
        Column.text("Name", ClusterColumns::defaulted),
        Column.text("Provisioner", Cells.text("/provisioner", "")),
        Column.text("ReclaimPolicy", Cells.text("/reclaimPolicy", "Delete")),
        Column.text("VolumeBindingMode", Cells.text("/volumeBindingMode", "Immediate")),
        Column.text("AllowVolumeExpansion", Cells.text("/allowVolumeExpansion", "false")),
        Column.ofAge());
  }

  private static String defaulted(JsonNode storageClass) {
    JsonNode marks = storageClass.at("/metadata/annotations");
    boolean usual =
        marks.path("storageclass.kubernetes.io/is-default-class").asText("").equals("true");
    return storageClass.at("/metadata/name").asText("") + (usual ? " (default)" : "");
  }

  static List<Column> priorityClasses() {
    return List.of(
        Column.ofName(),
        new Column(
            "Value",
            "integer",
            false,
            (o, now) -> JsonNodeFactory.instance.numberNode(o.path("value").asInt(0))),
        Column.text("Global-Default", Cells.text("/globalDefault", "false")),
        Column.ofAge(),
        Column.text("PreemptionPolicy", Cells.text("/preemptionPolicy", "PreemptLowerPriority")));
  }

  static List<Column> signingRequests() {
    return List.of(
        Column.ofName(),
        Column.ofAge(),
        Column.text("SignerName", Cells.text("/spec/signerName", "")),
        Column.text("Requestor", Cells.text("/spec/username", "")),
        Column.text("RequestedDuration", ClusterColumns::duration),
        Column.text("Condition", ClusterColumns::condition));
  }

  private static String duration(JsonNode request) {
    JsonNode seconds = request.at("/spec/expirationSeconds");
    return seconds.isNumber() ? Ages.of(Duration.ofSeconds(seconds.asLong())) : Cells.NONE;
  }

  private static String condition(JsonNode request) {
    List<String> words =
        request
            .at("/status/conditions")
            .valueStream()
            .map(condition -> condition.path("type").asText(""))
            .toList();
    String shown = words.isEmpty() ? "Pending" : String.join(",", words);
    return request.at("/status/certificate").isMissingNode() ? shown : shown + ",Issued";
  }
}
