package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceTypes;

/** Checks and completes definitions of kinds, which are served as soon as they are stored. */
final class CustomDefinitions {
  private CustomDefinitions() {}

  /**
   * Completes a definition in place: default names, and the status that says that it is served.
   *
   * @throws ApiProblem 422 if it breaks a rule
   */
  static void complete(ObjectNode definition, Instant now) {
    check(definition);
    ObjectNode spec = Json.child(definition, "spec");
    ObjectNode names = Json.child(spec, "names");
    String kind = names.path("kind").asText("");
    if (!names.hasNonNull("singular")) {
      names.put("singular", kind.toLowerCase(Locale.ROOT));
    }
    if (!names.hasNonNull("listKind")) {
      names.put("listKind", kind + "List");
    }
    if (!spec.has("conversion")) {
      spec.putObject("conversion").put("strategy", "None");
    }
    ObjectNode status = Json.child(definition, "status");
    status.set("acceptedNames", names.deepCopy());
    ArrayNode conditions = status.putArray("conditions");
    condition(conditions, "NamesAccepted", "NoConflicts", "no conflicts found", now);
    condition(
        conditions,
        "Established",
        "InitialNamesAccepted",
        "the initial names have been accepted",
        now);
    status.putArray("storedVersions").add(stored(spec));
  }

  private static void condition(
      ArrayNode conditions, String type, String reason, String message, Instant now) {
    conditions
        .addObject()
        .put("lastTransitionTime", now.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("message", message)
        .put("reason", reason)
        .put("status", "True")
        .put("type", type);
  }

  private static String stored(JsonNode spec) {
    return spec.path("versions")
        .valueStream()
        .filter(version -> version.path("storage").asBoolean(false))
        .map(version -> version.path("name").asText(""))
        .findFirst()
        .orElse("");
  }

  private static void check(ObjectNode definition) {
    List<Cause> causes = new ArrayList<>();
    JsonNode spec = definition.path("spec");
    String name = definition.at("/metadata/name").asText("");
    String plural = spec.at("/names/plural").asText("");
    String group = spec.path("group").asText("");
    required(causes, group, "spec.group");
    required(causes, plural, "spec.names.plural");
    required(causes, spec.at("/names/kind").asText(""), "spec.names.kind");
    if (!name.equals(plural + "." + group)) {
      String rule = "must be spec.names.plural+\".\"+spec.group";
      causes.add(
          new Cause(
              "FieldValueInvalid", "Invalid value: \"" + name + "\": " + rule, "metadata.name"));
    }
    String scope = spec.path("scope").asText("");
    if (!scope.equals("Namespaced") && !scope.equals("Cluster")) {
      String message =
          "Unsupported value: \"" + scope + "\": supported values: \"Cluster\", \"Namespaced\"";
      causes.add(new Cause("FieldValueNotSupported", message, "spec.scope"));
    }
    versions(causes, spec.path("versions"));
    if (!causes.isEmpty()) {
      throw ApiProblem.invalid(ResourceTypes.CUSTOM_RESOURCE_DEFINITIONS, name, causes);
    }
  }

  private static void required(List<Cause> causes, String value, String field) {
    if (value.isEmpty()) {
      causes.add(new Cause("FieldValueRequired", "Required value", field));
    }
  }

  private static void versions(List<Cause> causes, JsonNode versions) {
    long storage = versions.valueStream().filter(v -> v.path("storage").asBoolean(false)).count();
    if (storage != 1) {
      String message = "Invalid value: must have exactly one version marked as storage version";
      causes.add(new Cause("FieldValueInvalid", message, "spec.versions"));
    }
    for (int i = 0; i < versions.size(); i++) {
      if (!versions.get(i).at("/schema/openAPIV3Schema").isObject()) {
        causes.add(
            new Cause(
                "FieldValueRequired",
                "Required value: schemas are required",
                "spec.versions[" + i + "].schema.openAPIV3Schema"));
      }
    }
  }
}
