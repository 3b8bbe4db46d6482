package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The record of who set which field, as a real server keeps it on each pod; about half of a pod's
 * size.
 */
public final class ManagedFields {
  /** By what the elements of lists are told apart; other lists count as one value. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "containers", List.of("name"),
          "initContainers", List.of("name"),
          "env", List.of("name"),
          "ports", List.of("containerPort", "protocol"),
          "volumes", List.of("name"),
          "volumeMounts", List.of("mountPath"),
          "conditions", List.of("type"),
          "ownerReferences", List.of("uid"),
          "podIPs", List.of("ip"),
          "hostIPs", List.of("ip"));

  private static final List<String> OF_THE_CREATOR =
      List.of("generateName", "labels", "annotations", "ownerReferences");

  private ManagedFields() {}

  /** Adds the entries of the controller that made a pod and of the kubelet that runs it. */
  public static void add(ObjectNode pod, Instant now) {
    ObjectNode metadata = Tree.made(pod, "metadata");
    ObjectNode created = Tree.object();
    for (String field : OF_THE_CREATOR) {
      if (metadata.has(field)) {
        created.set(field, metadata.get(field));
      }
    }
    ObjectNode made = Tree.object();
    made.set("metadata", created);
    ObjectNode spec = Tree.made(pod, "spec").deepCopy();
    spec.remove(List.of("nodeName", "tolerations", "serviceAccount"));
    made.set("spec", spec);
    ObjectNode told = Tree.object();
    told.set("status", Tree.made(pod, "status"));
    ArrayNode entries = metadata.putArray("managedFields");
    entry(entries, "kube-controller-manager", now).set("fieldsV1", fields(made));
    ObjectNode kubelet = entry(entries, "kubelet", now);
    kubelet.set("fieldsV1", fields(told));
    kubelet.put("subresource", "status");
  }

  private static ObjectNode entry(ArrayNode entries, String manager, Instant now) {
    return entries
        .addObject()
        .put("manager", manager)
        .put("operation", "Update")
        .put("apiVersion", "v1")
        .put("time", Tree.time(now))
        .put("fieldsType", "FieldsV1");
  }

  private static ObjectNode fields(JsonNode object) {
    ObjectNode fields = Tree.object();
    object
        .properties()
        .forEach(e -> fields.set("f:" + e.getKey(), ofValue(e.getKey(), e.getValue())));
    return fields;
  }

  private static ObjectNode ofValue(String field, JsonNode value) {
    List<String> keys = KEYS.get(field);
    if (value.isObject()) {
      return fields(value);
    }
    if (keys == null || !value.isArray()) {
      return Tree.object();
    }
    ObjectNode elements = Tree.object();
    for (JsonNode element : value) {
      ObjectNode key = Tree.object();
      keys.forEach(k -> key.set(k, element.path(k)));
      ObjectNode one = Tree.object();
      one.putObject(".");
      one.setAll(fields(element));
      elements.set("k:" + key, one);
    }
    return elements;
  }
}
