package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** What the server adds to objects of some kinds, and the rules that only these have. */
final class Completion {
  private final Kinds kinds;
  private final RangeClock clock;

  Completion(Kinds kinds, RangeClock clock) {
    this.kinds = kinds;
    this.clock = clock;
  }

  /**
   * Completes a new object in place.
   *
   * @throws ApiProblem 422 if it breaks a rule
   */
  void created(ApiRequest request, ObjectNode object) {
    ResourceType type = request.type();
    if (type.equals(ResourceTypes.CUSTOM_RESOURCE_DEFINITIONS)) {
      CustomDefinitions.complete(object, clock.now());
    } else if (type.equals(ResourceTypes.SIGNING_REQUESTS)) {
      ObjectNode spec = Json.child(object, "spec");
      spec.put("username", request.who().user());
      request.who().groups().forEach(spec.putArray("groups")::add);
      object.putObject("status");
    } else {
      custom(type, object);
    }
  }

  /**
   * Completes a changed object in place.
   *
   * @throws ApiProblem 422 if it breaks a rule
   */
  void changed(ApiRequest request, ObjectNode before, ObjectNode after) {
    ResourceType type = request.type();
    if (type.equals(ResourceTypes.CUSTOM_RESOURCE_DEFINITIONS)) {
      if (!Json.same(before.path("spec"), after.path("spec"))) {
        CustomDefinitions.complete(after, clock.now());
      }
    } else if (after.has("roleRef") && !Json.same(before.get("roleRef"), after.get("roleRef"))) {
      throw ApiProblem.invalid(
          type,
          request.where().name(),
          List.of(
              new Cause(
                  "FieldValueInvalid",
                  "Invalid value: " + after.get("roleRef") + ": cannot change roleRef",
                  "roleRef")));
    } else {
      custom(type, after);
    }
  }

  private void custom(ResourceType type, ObjectNode object) {
    Optional<CustomKinds.Custom> kind = kinds.custom(type);
    if (kind.isPresent()) {
      JsonNode schema = kind.get().version().path("schema").path("openAPIV3Schema");
      CustomValidation.complete(object, schema);
      CustomValidation.check(type, object, schema);
    }
  }
}
