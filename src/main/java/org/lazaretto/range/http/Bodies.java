package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Optional;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;

/** Reads objects that clients send. */
final class Bodies {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Bodies() {}

  /**
   * An object of a type.
   *
   * @throws ApiProblem 400 if it cannot be read or is something else, 415 if its form is unknown
   */
  static ObjectNode object(ApiRequest request) {
    ResourceType type = request.type();
    ObjectNode object =
        ProtobufBodies.isProtobuf(request.body())
            ? ProtobufBodies.object(request.body(), type.kind())
            : tree(request.body(), type.kind());
    expect(object, type.apiVersion(), type.kind());
    metadata(request.where(), Json.child(object, "metadata"));
    return object;
  }

  /** Refuses an object that says it is something else. */
  static void expect(ObjectNode object, String apiVersion, String kind) {
    String itsVersion = object.path("apiVersion").asText("");
    String itsKind = object.path("kind").asText("");
    if (!itsVersion.isEmpty() && !itsVersion.equals(apiVersion)) {
      throw ApiProblem.badRequest(
          "the API version in the data ("
              + itsVersion
              + ") does not match the expected API version ("
              + apiVersion
              + ")");
    }
    if (!itsKind.isEmpty() && !itsKind.equals(kind)) {
      throw ApiProblem.badRequest(
          itsKind
              + " in version \""
              + (itsVersion.isEmpty() ? "v1" : itsVersion.substring(itsVersion.indexOf('/') + 1))
              + "\" cannot be handled as a "
              + kind
              + ": converting ("
              + itsKind
              + ") to ("
              + kind
              + "): unknown conversion");
    }
  }

  private static void metadata(Where where, ObjectNode metadata) {
    String namespace = metadata.path("namespace").asText("");
    if (where.type().namespaced() && !namespace.isEmpty() && !namespace.equals(where.namespace())) {
      throw ApiProblem.badRequest(
          "the namespace of the provided object does not match the namespace sent on the request");
    }
    if (where.type().namespaced()) {
      metadata.put("namespace", where.namespace());
    }
    String name = metadata.path("name").asText("");
    if (!where.name().isEmpty() && !name.equals(where.name())) {
      throw ApiProblem.badRequest(
          "the name of the object ("
              + name
              + ") does not match the name on the URL ("
              + where.name()
              + ")");
    }
  }

  /** Any object; an empty body is an empty one. */
  static ObjectNode tree(ApiRequest.Body body, String kind) {
    byte[] bytes = body.bytes();
    if (bytes.length == 0) {
      return Json.object();
    }
    try {
      JsonNode tree =
          switch (body.mediaType()) {
            case "", "application/json" -> Json.parse(bytes);
            case "application/yaml" -> YAML.readTree(bytes);
            default -> throw unsupportedForm();
          };
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw unrecognized(kind, "json: cannot unmarshal into an object");
    } catch (IOException broken) {
      throw unrecognized(
          kind,
          "json parse error: "
              + Optional.ofNullable(broken.getMessage())
                  .orElse("unreadable")
                  .lines()
                  .findFirst()
                  .orElse(""));
    }
  }

  private static ApiProblem unrecognized(String kind, String why) {
    return ApiProblem.badRequest(
        "the object provided is unrecognized (must be of type "
            + kind
            + "): couldn't get version/kind; "
            + why);
  }

  /** 415. */
  static ApiProblem unsupportedForm() {
    return ApiProblem.of(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include:"
            + " application/json, application/yaml");
  }
}
