package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.Json;

/**
 * How a client wants something deleted, said in the query or in the body.
 *
 * @param deletion grace and preconditions
 * @param orphan whether what it owns loses its owner instead of following it
 * @param dryRun whether it is only rehearsed
 */
record DeleteOptions(Deletion deletion, boolean orphan, boolean dryRun) {
  static DeleteOptions of(ApiRequest request, Bodies bodies) {
    ObjectNode body = bodies.other(request.body(), "meta.k8s.io/v1", "DeleteOptions");
    return of(body, request.query(), request.type().kind().equals("Job"));
  }

  /**
   * Reads a body and, for what it does not say, the query.
   *
   * @param orphanUnlessSaid what happens to the owned ones if nothing is said
   */
  static DeleteOptions of(JsonNode body, Query query, boolean orphanUnlessSaid) {
    OptionalLong asked = query.number("gracePeriodSeconds");
    JsonNode grace = body.path("gracePeriodSeconds");
    Deletion deletion =
        new Deletion(
            grace.isNumber() ? OptionalLong.of(grace.asLong()) : asked,
            Json.text(body.path("preconditions"), "uid"),
            Json.text(body.path("preconditions"), "resourceVersion"),
            false);
    Optional<String> policy =
        Json.text(body, "propagationPolicy").or(() -> query.text("propagationPolicy"));
    boolean oldOrphan = body.path("orphanDependents").asBoolean(false);
    boolean dryRun = query.dryRun() || body.path("dryRun").path(0).asText("").equals("All");
    return switch (policy.orElse("")) {
      case "" -> new DeleteOptions(deletion, oldOrphan || orphanUnlessSaid, dryRun);
      case "Orphan" -> new DeleteOptions(deletion, true, dryRun);
      case "Background" -> new DeleteOptions(deletion, false, dryRun);
      case "Foreground" -> new DeleteOptions(deletion.afterDependents(), false, dryRun);
      default ->
          throw ApiProblem.of(
              422,
              "Invalid",
              "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \""
                  + policy.orElse("")
                  + "\": supported values: \"Background\", \"Foreground\", \"Orphan\"");
    };
  }
}
