package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Stored;

/** The {@code Scale} of a workload: how many replicas it wants and has. */
final class ScaleEndpoints {
  private final ObjectStore store;

  private final Bodies bodies;
  private final Edits edits;

  ScaleEndpoints(ServerParts parts, Kinds kinds) {
    this.store = parts.store();
    this.bodies = new Bodies(kinds);
    this.edits = new Edits(parts, kinds);
  }

  Answer get(ApiRequest request) {
    Where where = request.where();
    Stored object =
        store
            .get(where.type(), where.namespace(), where.name())
            .orElseThrow(() -> ApiProblem.notFound(where.type(), where.name()));
    return Answer.json(200, scale(object.tree()));
  }

  Answer update(ApiRequest request) {
    ObjectNode wanted = bodies.other(request.body(), "autoscaling/v1", "Scale");
    Bodies.expect(wanted, "autoscaling/v1", "Scale");
    return change(request, ignored -> wanted);
  }

  Answer patch(ApiRequest request) {
    return change(request, WriteEndpoints.patchOf(request)::apply);
  }

  private Answer change(ApiRequest request, UnaryOperator<ObjectNode> change) {
    Where where = request.where();
    Stored stored =
        WriteEndpoints.changes(store, request.query())
            .update(
                where.type(),
                where.namespace(),
                where.name(),
                object -> {
                  ObjectNode before = object.deepCopy();
                  ObjectNode scale = change.apply(scale(object));
                  Json.child(object, "spec").put("replicas", replicas(scale));
                  JsonNode version = scale.path("metadata").path("resourceVersion");
                  Json.child(object, "metadata").set("resourceVersion", version);
                  edits.note(request, before, object);
                  return object;
                });
    return Answer.json(200, scale(stored.tree()));
  }

  private static int replicas(ObjectNode scale) {
    JsonNode replicas = scale.path("spec").path("replicas");
    if (!replicas.canConvertToInt() && !replicas.isMissingNode()) {
      throw ApiProblem.badRequest("spec.replicas: must be a number");
    }
    if (replicas.asInt(0) < 0) {
      String name = scale.path("metadata").path("name").asText("");
      throw ApiProblem.of(
              422,
              "Invalid",
              "Scale.autoscaling \""
                  + name
                  + "\" is invalid: spec.replicas: Invalid value: "
                  + replicas
                  + ": must be greater than or equal to 0")
          .with(
              List.of(
                  new ApiProblem.Cause(
                      "FieldValueInvalid",
                      "Invalid value: must be greater than or equal to 0",
                      "spec.replicas")));
    }
    return replicas.asInt(0);
  }

  private static ObjectNode scale(ObjectNode object) {
    ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
    ObjectNode metadata = scale.putObject("metadata");
    for (String field :
        List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
      metadata.set(field, object.path("metadata").path(field));
    }
    scale.putObject("spec").put("replicas", object.path("spec").path("replicas").asInt(0));
    scale
        .putObject("status")
        .put("replicas", object.path("status").path("replicas").asInt(0))
        .put("selector", selector(object.path("spec").path("selector")));
    return scale;
  }

  private static String selector(JsonNode selector) {
    return selector.path("matchLabels").properties().stream()
        .map(label -> label.getKey() + "=" + label.getValue().asText())
        .sorted()
        .reduce((one, other) -> one + "," + other)
        .orElse("");
  }
}
