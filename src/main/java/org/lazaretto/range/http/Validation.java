package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.LabelRules;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ResourceType;

/**
 * The rules that an object must keep, with the words of a real server for those that clients meet.
 */
final class Validation {
  private static final int MOST_ANNOTATION_BYTES = 256 << 10;
  private static final Set<String> WITH_TEMPLATE =
      Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet");
  private static final Set<String> EFFECTS = Set.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  private final List<Cause> causes = new ArrayList<>();

  private Validation() {}

  /**
   * Checks an object.
   *
   * @throws ApiProblem 422 with one cause for each broken rule
   */
  static void check(ResourceType type, ObjectNode object) {
    Validation validation = new Validation();
    validation.metadata(type, object.path("metadata"));
    if (type.kind().equals("Pod")) {
      validation.podSpec(object.path("spec"), "spec");
    } else if (WITH_TEMPLATE.contains(type.kind())) {
      validation.template(object.path("spec"));
    } else if (type.kind().equals("Node")) {
      validation.taints(object.path("spec").path("taints"));
    }
    if (!validation.causes.isEmpty()) {
      String name = object.path("metadata").path("name").asText("");
      throw ApiProblem.invalid(type, name, validation.causes);
    }
  }

  private void invalid(String field, String value, String rule) {
    causes.add(new Cause("FieldValueInvalid", "Invalid value: \"" + value + "\": " + rule, field));
  }

  private void required(String field, String hint) {
    String message = "Required value" + (hint.isEmpty() ? "" : ": " + hint);
    causes.add(new Cause("FieldValueRequired", message, field));
  }

  private void metadata(ResourceType type, JsonNode metadata) {
    String name = metadata.path("name").asText("");
    if (!name.isEmpty()) {
      NameRules.broken(type, name).forEach(rule -> invalid("metadata.name", name, rule));
    }
    labels(metadata.path("labels"), "metadata.labels");
    int size = 0;
    for (Map.Entry<String, JsonNode> entry : metadata.path("annotations").properties()) {
      size += entry.getKey().length() + entry.getValue().asText().length();
      if (!LabelRules.isKey(entry.getKey())) {
        invalid("metadata.annotations", entry.getKey(), LabelRules.KEY_RULE);
      }
    }
    if (size > MOST_ANNOTATION_BYTES) {
      String message = "Too long: may not be more than " + MOST_ANNOTATION_BYTES + " bytes";
      causes.add(new Cause("FieldValueTooLong", message, "metadata.annotations"));
    }
  }

  private void labels(JsonNode labels, String field) {
    for (Map.Entry<String, JsonNode> entry : labels.properties()) {
      if (!LabelRules.isKey(entry.getKey())) {
        invalid(field, entry.getKey(), LabelRules.KEY_RULE);
      }
      if (!entry.getValue().isTextual()) {
        throw ApiProblem.badRequest(
            "json: cannot unmarshal "
                + word(entry.getValue())
                + " into Go struct field ObjectMeta."
                + field
                + " of type string");
      }
      if (!LabelRules.isValue(entry.getValue().asText())) {
        invalid(field, entry.getValue().asText(), LabelRules.VALUE_RULE);
      }
    }
  }

  private static String word(JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> "bool";
      case NUMBER -> "number";
      case ARRAY -> "array";
      default -> "object";
    };
  }

  private void podSpec(JsonNode spec, String at) {
    JsonNode containers = spec.path("containers");
    if (containers.isEmpty()) {
      required(at + ".containers", "");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < containers.size(); i++) {
      String here = at + ".containers[" + i + "]";
      String name = containers.get(i).path("name").asText("");
      if (name.isEmpty()) {
        required(here + ".name", "");
      } else if (!names.add(name)) {
        causes.add(
            new Cause("FieldValueDuplicate", "Duplicate value: \"" + name + "\"", here + ".name"));
      }
      if (containers.get(i).path("image").asText("").isEmpty()) {
        required(here + ".image", "");
      }
    }
  }

  private void template(JsonNode spec) {
    JsonNode selector = spec.path("selector");
    JsonNode labels = spec.path("template").path("metadata").path("labels");
    labels(labels, "spec.template.labels");
    if (selector.isEmpty()) {
      required("spec.selector", "");
    } else {
      Map<String, String> words = new HashMap<>();
      labels.properties().forEach(e -> words.put(e.getKey(), e.getValue().asText()));
      if (!LabelSelector.of(selector).matches(words)) {
        String message =
            "Invalid value: " + labels + ": `selector` does not match template `labels`";
        causes.add(new Cause("FieldValueInvalid", message, "spec.template.metadata.labels"));
      }
    }
    podSpec(spec.path("template").path("spec"), "spec.template.spec");
  }

  private void taints(JsonNode taints) {
    for (int i = 0; i < taints.size(); i++) {
      String effect = taints.get(i).path("effect").asText("");
      if (!EFFECTS.contains(effect)) {
        String message =
            "Unsupported value: \""
                + effect
                + "\": supported values: \"NoExecute\", \"NoSchedule\", \"PreferNoSchedule\"";
        causes.add(
            new Cause("FieldValueNotSupported", message, "metadata.taints[" + i + "].effect"));
      }
    }
  }
}
