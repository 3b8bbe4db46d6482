package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that field selectors may name, kind by kind, as a real API server has them (Kubernetes
 * documentation, "Field Selectors"). Any kind has its name and, if it has one, its namespace.
 */
final class FieldLabels {
  private static final Map<ResourceType, List<String>> OWN =
      Map.of(
          ResourceTypes.PODS,
              List.of(
                  "spec.nodeName",
                  "spec.restartPolicy",
                  "spec.schedulerName",
                  "spec.serviceAccountName",
                  "spec.hostNetwork",
                  "status.phase",
                  "status.podIP",
                  "status.nominatedNodeName"),
          ResourceTypes.NODES, List.of("spec.unschedulable"),
          ResourceTypes.NAMESPACES, List.of("status.phase"),
          ResourceTypes.SECRETS, List.of("type"),
          ResourceTypes.SERVICES, List.of("spec.clusterIP", "spec.type"),
          ResourceTypes.JOBS, List.of("status.successful"),
          ResourceTypes.REPLICA_SETS, List.of("status.replicas"),
          ResourceTypes.EVENTS,
              List.of(
                  "involvedObject.kind",
                  "involvedObject.namespace",
                  "involvedObject.name",
                  "involvedObject.uid",
                  "involvedObject.apiVersion",
                  "involvedObject.resourceVersion",
                  "involvedObject.fieldPath",
                  "reason",
                  "reportingComponent",
                  "source",
                  "type"));

  private FieldLabels() {}

  /** The labels of a kind beside {@code metadata.name} and {@code metadata.namespace}. */
  private static List<String> own(ResourceType type) {
    return OWN.getOrDefault(type, List.of());
  }

  static boolean supports(ResourceType type, String label) {
    return label.equals("metadata.name")
        || (type.namespaced() && label.equals("metadata.namespace"))
        || own(type).contains(label);
  }

  static ApiProblem unsupported(ResourceType type, String label) {
    return ApiProblem.badRequest(
        own(type).isEmpty()
            ? "\""
                + label
                + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
            : "field label not supported: " + label);
  }

  static Map<String, String> values(ResourceType type, JsonNode tree) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String label : own(type)) {
      values.put(label, value(label, tree).intern());
    }
    return Map.copyOf(values);
  }

  private static String value(String label, JsonNode tree) {
    return switch (label) {
      case "spec.hostNetwork", "spec.unschedulable" ->
          String.valueOf(at(tree, label).asBoolean(false));
      case "status.successful" -> String.valueOf(tree.path("status").path("succeeded").asInt(0));
      case "status.replicas" -> String.valueOf(at(tree, label).asInt(0));
      case "source" -> source(tree);
      default -> at(tree, label).asText("");
    };
  }

  private static String source(JsonNode tree) {
    String component = tree.path("source").path("component").asText("");
    return component.isEmpty() ? tree.path("reportingComponent").asText("") : component;
  }

  private static JsonNode at(JsonNode tree, String dotted) {
    JsonNode here = tree;
    List<String> steps = new ArrayList<>(List.of(dotted.split("\\.", -1)));
    for (String step : steps) {
      here = here.path(step);
    }
    return here;
  }
}
