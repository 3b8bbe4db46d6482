package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lazaretto.range.store.LabelRules;
import org.lazaretto.range.store.ResourceType;

/** The rules of single kinds beside those of their names, labels and pods. */
final class KindRules {
  private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
  private static final String CONFIG_KEY_RULE =
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',"
          + "  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
  private static final String NOT_NEGATIVE = "must be greater than or equal to 0";
  private static final int LAST_PORT = 65_535;

  private final Causes causes;

  private KindRules(Causes causes) {
    this.causes = causes;
  }

  static void check(Causes causes, ResourceType type, ObjectNode object) {
    KindRules rules = new KindRules(causes);
    JsonNode spec = object.path("spec");
    switch (type.kind()) {
      case "Deployment", "ReplicaSet", "StatefulSet" -> rules.workload(spec);
      case "DaemonSet" -> rules.always(spec);
      case "Job" -> rules.job(spec);
      case "Service" -> rules.service(spec);
      case "PodDisruptionBudget" -> rules.budget(spec);
      case "NetworkPolicy" -> rules.policy(spec);
      case "HorizontalPodAutoscaler" -> rules.autoscaler(spec);
      case "ConfigMap", "Secret" -> rules.keys(object);
      case "Role", "ClusterRole" -> rules.role(type, object.path("rules"));
      case "RoleBinding", "ClusterRoleBinding" -> rules.binding(type, object.path("roleRef"));
      case "PersistentVolumeClaim" -> rules.claim(spec);
      default -> {}
    }
  }

  private void workload(JsonNode spec) {
    if (spec.path("replicas").asInt(0) < 0) {
      causes.invalid("spec.replicas", spec.get("replicas"), NOT_NEGATIVE);
    }
    always(spec);
  }

  private void always(JsonNode spec) {
    selector(spec.path("selector"), "spec.selector");
    String policy = spec.at("/template/spec/restartPolicy").asText("Always");
    if (!policy.equals("Always")) {
      causes.unsupported("spec.template.spec.restartPolicy", policy, List.of("Always"));
    }
  }

  private void job(JsonNode spec) {
    String policy = spec.at("/template/spec/restartPolicy").asText("Always");
    List<String> known = List.of("OnFailure", "Never");
    if (!known.contains(policy)) {
      causes.unsupported("spec.template.spec.restartPolicy", policy, known);
    }
    for (String count : List.of("parallelism", "completions", "backoffLimit")) {
      if (spec.path(count).asInt(0) < 0) {
        causes.invalid("spec." + count, spec.get(count), NOT_NEGATIVE);
      }
    }
    PodRules.check(causes, spec.at("/template/spec"), "spec.template.spec");
  }

  private void selector(JsonNode selector, String at) {
    for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
      if (!LabelRules.isKey(label.getKey())) {
        causes.invalid(at + ".matchLabels", label.getKey(), LabelRules.KEY_RULE);
      }
      if (!LabelRules.isValue(label.getValue().asText(""))) {
        causes.invalid(at + ".matchLabels", label.getValue().asText(""), LabelRules.VALUE_RULE);
      }
    }
  }

  private void service(JsonNode spec) {
    JsonNode ports = spec.path("ports");
    boolean headless = spec.path("clusterIP").asText("").equals("None");
    if (ports.isEmpty() && !headless && !spec.path("type").asText("").equals("ExternalName")) {
      causes.required("spec.ports", "");
    }
    for (int i = 0; i < ports.size(); i++) {
      JsonNode port = ports.get(i).path("port");
      if (port.asInt(0) < 1 || port.asInt(0) > LAST_PORT) {
        String field = "spec.ports[" + i + "].port";
        causes.invalid(
            field,
            port.isMissingNode() ? IntNode.valueOf(0) : port,
            "must be between 1 and 65535, inclusive");
      }
      if (ports.size() > 1 && ports.get(i).path("name").asText("").isEmpty()) {
        causes.required("spec.ports[" + i + "].name", "");
      }
    }
  }

  private void budget(JsonNode spec) {
    if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
      causes.invalid("spec", spec, "minAvailable and maxUnavailable cannot be both set");
    }
    selector(spec.path("selector"), "spec.selector");
  }

  private void policy(JsonNode spec) {
    selector(spec.path("podSelector"), "spec.podSelector");
    JsonNode types = spec.path("policyTypes");
    for (int i = 0; i < types.size(); i++) {
      String word = types.get(i).asText("");
      if (!word.equals("Ingress") && !word.equals("Egress")) {
        causes.unsupported("spec.policyTypes[" + i + "]", word, List.of("Egress", "Ingress"));
      }
    }
  }

  private void autoscaler(JsonNode spec) {
    int most = spec.path("maxReplicas").asInt(0);
    if (most < 1) {
      causes.invalid("spec.maxReplicas", IntNode.valueOf(most), "must be greater than 0");
    } else if (most < spec.path("minReplicas").asInt(1)) {
      causes.invalid(
          "spec.maxReplicas",
          spec.get("maxReplicas"),
          "must be greater than or equal to `minReplicas`");
    }
  }

  private void keys(ObjectNode object) {
    for (String field : List.of("data", "binaryData")) {
      object
          .path(field)
          .fieldNames()
          .forEachRemaining(key -> {
            if (!CONFIG_KEY.matcher(key).matches()) {
              causes.invalid(field + "[" + key + "]", key, CONFIG_KEY_RULE);
            }
          });
    }
  }

  private void role(ResourceType type, JsonNode rules) {
    for (int i = 0; i < rules.size(); i++) {
      JsonNode rule = rules.get(i);
      String at = "rules[" + i + "]";
      if (rule.path("verbs").isEmpty()) {
        causes.required(at + ".verbs", "verbs must contain at least one value");
      }
      boolean ofPaths = !rule.path("nonResourceURLs").isEmpty();
      if (ofPaths && type.namespaced()) {
        causes.invalid(
            at + ".nonResourceURLs",
            rule.get("nonResourceURLs"),
            "namespaced rules cannot apply to non-resource URLs");
      }
      if (!ofPaths && rule.path("apiGroups").isEmpty()) {
        causes.required(at + ".apiGroups", "resource rules must supply at least one api group");
      }
      if (!ofPaths && rule.path("resources").isEmpty()) {
        causes.required(at + ".resources", "resource rules must supply at least one resource");
      }
    }
  }

  private void binding(ResourceType type, JsonNode ref) {
    List<String> known =
        type.namespaced() ? List.of("Role", "ClusterRole") : List.of("ClusterRole");
    String kind = ref.path("kind").asText("");
    if (!known.contains(kind)) {
      causes.unsupported("roleRef.kind", kind, known);
    }
    if (ref.path("name").asText("").isEmpty()) {
      causes.required("roleRef.name", "");
    }
  }

  private void claim(JsonNode spec) {
    if (spec.path("accessModes").isEmpty()) {
      causes.required("spec.accessModes", "at least 1 access mode is required");
    }
    if (!spec.at("/resources/requests").has("storage")) {
      causes.required("spec.resources[storage]", "");
    }
  }
}
