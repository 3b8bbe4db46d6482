package org.lazaretto.range.http.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lazaretto.range.store.Json;

/**
 * Who changes an object, and how.
 *
 * @param name as in {@code kubectl}
 * @param applies whether by server-side apply
 * @param apiVersion in which version of the kind
 * @param subresource through which, or empty
 */
public record Manager(String name, boolean applies, String apiVersion, String subresource) {
  /** What an object's own fields belong to before somebody applies to it for the first time. */
  static Manager beforeFirstApply(String apiVersion) {
    return new Manager("before-first-apply", false, apiVersion, "");
  }

  static Manager of(JsonNode entry) {
    return new Manager(
        entry.path("manager").asText(""),
        entry.path("operation").asText("").equals("Apply"),
        entry.path("apiVersion").asText(""),
        entry.path("subresource").asText(""));
  }

  ObjectNode entry(FieldSet fields, Instant time) {
    ObjectNode entry = Json.object().put("manager", name);
    entry.put("operation", applies ? "Apply" : "Update").put("apiVersion", apiVersion);
    entry.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
    entry.put("fieldsType", "FieldsV1").set("fieldsV1", fields.json());
    if (!subresource.isEmpty()) {
      entry.put("subresource", subresource);
    }
    return entry;
  }

  /** As a conflict names it. */
  String shown(Instant time) {
    String who = "\"" + name + "\"";
    if (!subresource.isEmpty()) {
      who += " with subresource \"" + subresource + "\"";
    }
    return applies
        ? who
        : who + " using " + apiVersion + " at " + time.truncatedTo(ChronoUnit.SECONDS);
  }
}
