package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lazaretto.range.store.Json;

/** What cannot be changed once an object is there. */
final class FixedFields {
  private static final List<String> STATEFUL_SET_MAY_CHANGE =
      List.of(
          "replicas",
          "ordinals",
          "template",
          "updateStrategy",
          "revisionHistoryLimit",
          "persistentVolumeClaimRetentionPolicy",
          "minReadySeconds");
  private static final String STATEFUL_SET_REFUSAL =
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',"
          + " 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and"
          + " 'minReadySeconds' are forbidden";

  private FixedFields() {}

  static void check(Causes causes, String kind, ObjectNode before, ObjectNode after) {
    switch (kind) {
      case "Deployment", "ReplicaSet", "DaemonSet" ->
          same(causes, before, after, "/spec/selector", "spec.selector");
      case "Job" -> {
        same(causes, before, after, "/spec/selector", "spec.selector");
        same(causes, before, after, "/spec/template", "spec.template");
      }
      case "StatefulSet" -> {
        ObjectNode old = Json.child(before.deepCopy(), "spec");
        ObjectNode fresh = Json.child(after.deepCopy(), "spec");
        old.remove(STATEFUL_SET_MAY_CHANGE);
        fresh.remove(STATEFUL_SET_MAY_CHANGE);
        if (!Json.same(old, fresh)) {
          causes.forbidden("spec", STATEFUL_SET_REFUSAL);
        }
      }
      case "Service" -> service(causes, before, after);
      case "ConfigMap", "Secret" -> data(causes, before, after);
      default -> {}
    }
  }

  private static void same(
      Causes causes, JsonNode before, JsonNode after, String pointer, String field) {
    if (!Json.same(before.at(pointer), after.at(pointer))) {
      causes.invalid(field, after.at(pointer), "field is immutable");
    }
  }

  /** Whoever leaves the address out keeps it. */
  private static void service(Causes causes, ObjectNode before, ObjectNode after) {
    ObjectNode spec = Json.child(after, "spec");
    for (String field : List.of("clusterIP", "clusterIPs")) {
      JsonNode old = before.path("spec").path(field);
      if (!spec.hasNonNull(field) && !old.isMissingNode()) {
        spec.set(field, old);
      }
    }
    String old = before.at("/spec/clusterIP").asText("");
    String fresh = spec.path("clusterIP").asText("");
    boolean addressed = !spec.path("type").asText("").equals("ExternalName");
    if (!old.isEmpty() && !old.equals(fresh) && addressed) {
      causes.invalid("spec.clusterIP", fresh, "may not change once set");
    }
  }

  private static void data(Causes causes, ObjectNode before, ObjectNode after) {
    same(causes, before, after, "/type", "type");
    if (!before.path("immutable").asBoolean(false)) {
      return;
    }
    if (!after.path("immutable").asBoolean(false)) {
      causes.forbidden("immutable", "field is immutable when `immutable` is set");
    }
    for (String field : List.of("data", "binaryData")) {
      if (!Json.same(before.path(field), after.path(field))) {
        causes.forbidden(field, "field is immutable when `immutable` is set");
      }
    }
  }
}
