package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** What a client can change through an object, and what only through its status. */
final class UpdateRules {
  private static final String POD_REFUSAL =
      "Forbidden: pod updates may not change fields other than `spec.containers[*].image`,"
          + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only"
          + " additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be"
          + " set to 1 if it was previously negative)";

  private UpdateRules() {}

  /**
   * The object as it will be stored.
   *
   * @param before as it is stored now
   * @param wanted as the client wants it
   * @throws ApiProblem 422 if it breaks a rule
   */
  static ObjectNode result(Where where, ObjectNode before, ObjectNode wanted) {
    ResourceType type = where.type();
    if (where.subresource().equals("status")) {
      ObjectNode after = before.deepCopy();
      if (wanted.has("status")) {
        after.set("status", wanted.get("status"));
      }
      JsonNode version = wanted.path("metadata").path("resourceVersion");
      Json.child(after, "metadata").set("resourceVersion", version);
      return after;
    }
    if (where.subresource().equals("approval")) {
      ObjectNode after = before.deepCopy();
      JsonNode conditions = wanted.path("status").path("conditions");
      Json.child(after, "status").set("conditions", conditions);
      return after;
    }
    if (where.subresource().equals("ephemeralcontainers")) {
      return EphemeralRules.result(before, wanted);
    }
    if (type.subresources().contains("status")) {
      if (before.has("status")) {
        wanted.set("status", before.get("status"));
      } else {
        wanted.remove("status");
      }
    }
    Defaults.apply(type, wanted);
    Validation.check(type, before, wanted);
    fixed(type, before, wanted);
    return wanted;
  }

  private static void fixed(ResourceType type, ObjectNode before, ObjectNode after) {
    if (type.kind().equals("Pod")
        && !Json.same(unchangeable(before, after), unchangeable(after, after))) {
      throw invalid(type, after, new Cause("FieldValueForbidden", POD_REFUSAL, "spec"));
    }
  }

  private static ApiProblem invalid(ResourceType type, ObjectNode object, Cause cause) {
    return ApiProblem.invalid(
        type, object.path("metadata").path("name").asText(""), List.of(cause));
  }

  /** The part of a pod's spec that stays as it was made, with defaults. */
  private static JsonNode unchangeable(ObjectNode pod, ObjectNode other) {
    ObjectNode completed = pod.deepCopy();
    Defaults.apply(ResourceTypes.PODS, completed);
    ObjectNode spec = Json.child(completed, "spec");
    spec.remove(List.of("activeDeadlineSeconds", "terminationGracePeriodSeconds"));
    if (containsAll(other.at("/spec/tolerations"), pod.at("/spec/tolerations"))) {
      spec.remove("tolerations");
    }
    for (String list : List.of("containers", "initContainers")) {
      for (JsonNode container : spec.path(list)) {
        if (container instanceof ObjectNode one) {
          one.remove(List.of("image", "imagePullPolicy"));
        }
      }
    }
    return spec;
  }

  private static boolean containsAll(JsonNode list, JsonNode entries) {
    return entries
        .valueStream()
        .allMatch(entry -> list.valueStream().anyMatch(there -> Json.same(there, entry)));
  }
}
