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
  private static final List<String> EFFECTS =
      List.of("NoExecute", "NoSchedule", "PreferNoSchedule");

  private final Causes causes = new Causes();

  private Validation() {}

  /**
   * Checks a new object.
   *
   * @throws ApiProblem 422 with one cause for each broken rule
   */
  static void check(ResourceType type, ObjectNode object) {
    refuse(type, object, broken(type, object));
  }

  /**
   * Checks a changed object; what was wrong before may stay so.
   *
   * @throws ApiProblem 422 with one cause for each rule that the change breaks
   */
  static void check(ResourceType type, ObjectNode before, ObjectNode after) {
    Causes fixed = new Causes();
    FixedFields.check(fixed, type.kind(), before, after);
    List<Cause> found = new ArrayList<>(broken(type, after));
    if (!found.isEmpty()) {
      found.removeAll(broken(type, before));
    }
    found.addAll(fixed.found());
    refuse(type, after, found);
  }

  private static void refuse(ResourceType type, ObjectNode object, List<Cause> causes) {
    if (!causes.isEmpty()) {
      throw ApiProblem.invalid(type, object.path("metadata").path("name").asText(""), causes);
    }
  }

  private static List<Cause> broken(ResourceType type, ObjectNode object) {
    Validation validation = new Validation();
    validation.metadata(type, object.path("metadata"));
    if (type.kind().equals("Pod")) {
      PodRules.check(validation.causes, object.path("spec"), "spec");
    } else if (WITH_TEMPLATE.contains(type.kind())) {
      validation.template(object.path("spec"));
    } else if (type.kind().equals("Node")) {
      validation.taints(object.path("spec").path("taints"));
    }
    KindRules.check(validation.causes, type, object);
    return validation.causes.found();
  }

  private void metadata(ResourceType type, JsonNode metadata) {
    String name = metadata.path("name").asText("");
    if (!name.isEmpty()) {
      NameRules.broken(type, name).forEach(rule -> causes.invalid("metadata.name", name, rule));
    }
    labels(metadata.path("labels"), "metadata.labels");
    int size = 0;
    for (Map.Entry<String, JsonNode> entry : metadata.path("annotations").properties()) {
      size += entry.getKey().length() + entry.getValue().asText().length();
      if (!LabelRules.isKey(entry.getKey())) {
        causes.invalid("metadata.annotations", entry.getKey(), LabelRules.KEY_RULE);
      }
    }
    if (size > MOST_ANNOTATION_BYTES) {
      String message = "Too long: may not be more than " + MOST_ANNOTATION_BYTES + " bytes";
      causes.add("FieldValueTooLong", message, "metadata.annotations");
    }
  }

  private void labels(JsonNode labels, String field) {
    for (Map.Entry<String, JsonNode> entry : labels.properties()) {
      if (!LabelRules.isKey(entry.getKey())) {
        causes.invalid(field, entry.getKey(), LabelRules.KEY_RULE);
      }
      if (!LabelRules.isValue(entry.getValue().asText(""))) {
        causes.invalid(field, entry.getValue().asText(""), LabelRules.VALUE_RULE);
      }
    }
  }

  private void template(JsonNode spec) {
    JsonNode selector = spec.path("selector");
    JsonNode labels = spec.path("template").path("metadata").path("labels");
    labels(labels, "spec.template.labels");
    if (selector.isEmpty()) {
      causes.required("spec.selector", "");
    } else {
      Map<String, String> words = new HashMap<>();
      labels.properties().forEach(e -> words.put(e.getKey(), e.getValue().asText()));
      if (!LabelSelector.of(selector).matches(words)) {
        causes.invalid(
            "spec.template.metadata.labels", labels, "`selector` does not match template `labels`");
      }
    }
    PodRules.check(causes, spec.path("template").path("spec"), "spec.template.spec");
  }

  private void taints(JsonNode taints) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < taints.size(); i++) {
      String here = "metadata.taints[" + i + "]";
      String key = taints.get(i).path("key").asText("");
      String effect = taints.get(i).path("effect").asText("");
      if (!EFFECTS.contains(effect)) {
        causes.unsupported(here + ".effect", effect, EFFECTS);
      }
      if (!LabelRules.isKey(key)) {
        causes.invalid(here + ".key", key, LabelRules.KEY_RULE);
      }
      if (!seen.add(key + ":" + effect)) {
        causes.add(
            "FieldValueDuplicate",
            "Duplicate value: " + taints.get(i) + ": taints must be unique by key and effect pair",
            here);
      }
    }
  }
}
