package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.range.http.shape.Duplicates;
import org.lazaretto.range.http.shape.Reading;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;

/** Reads what clients send, and holds it against what it must look like. */
final class Bodies {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Kinds kinds;

  Bodies(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * What was sent.
   *
   * @param tree without what is not known
   * @param warnings what is not known, if the client is to be told of it
   */
  record Received(ObjectNode tree, List<String> warnings) {
    /** Copies the warnings. */
    Received {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * An object of a type.
   *
   * @throws ApiProblem 400 if it cannot be read, is something else, or says what is not known while
   *     the client wants that refused; 415 if its form is unknown
   */
  Received object(ApiRequest request) {
    ResourceType type = request.spoken();
    Received received =
        read(request.body(), kinds.shape(type), type, FieldValidation.of(request.query()));
    expect(received.tree(), type.apiVersion(), type.kind());
    metadata(request.where(), Json.child(received.tree(), "metadata"));
    return new Received(request.where().dialect().understood(received.tree()), received.warnings());
  }

  /** Something that is no object of a kind but has a shape, as a review or a scale. */
  ObjectNode other(ApiRequest.Body body, String apiVersion, String kind) {
    Struct shape = kinds.shape(apiVersion, kind);
    ObjectNode tree =
        ProtobufBodies.isProtobuf(body) ? ProtobufBodies.object(body, shape) : tree(body, kind);
    String actual = tree.path("kind").asText(kind);
    if (!actual.equals(kind)) {
      throw ApiProblem.badRequest(
          "the object provided is unrecognized (must be of type " + kind + "): it is a " + actual);
    }
    return fitting(Reading.of(tree, shape), kind, apiVersion).tree();
  }

  private Received read(
      ApiRequest.Body body, Struct shape, ResourceType type, FieldValidation wanted) {
    if (ProtobufBodies.isProtobuf(body)) {
      return new Received(ProtobufBodies.object(body, shape), List.of());
    }
    ObjectNode tree = tree(body, type.kind());
    Reading.Read read = Reading.of(tree, shape);
    if (kinds.custom(type).isEmpty()) {
      fitting(read, type.kind(), type.apiVersion());
    }
    List<String> oddities = new ArrayList<>(read.unknown());
    oddities.addAll(duplicates(body));
    if (wanted == FieldValidation.STRICT && !oddities.isEmpty()) {
      throw ApiProblem.badRequest(
          cannotBe(type.kind(), type.apiVersion())
              + "strict decoding error: "
              + String.join(", ", oddities));
    }
    return new Received(read.tree(), wanted == FieldValidation.WARN ? oddities : List.of());
  }

  private static Reading.Read fitting(Reading.Read read, String kind, String apiVersion) {
    read.misfit()
        .ifPresent(misfit -> {
          throw ApiProblem.badRequest(cannotBe(kind, apiVersion) + misfit);
        });
    return read;
  }

  private static String cannotBe(String kind, String apiVersion) {
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    return "%1$s in version \"%2$s\" cannot be handled as a %1$s: ".formatted(kind, version);
  }

  private static List<String> duplicates(ApiRequest.Body body) {
    if (body.mediaType().endsWith("yaml") || body.buffer().length() == 0) {
      return List.of();
    }
    try {
      return Duplicates.in(body.bytes());
    } catch (IOException unreadable) {
      return List.of();
    }
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
            case "application/yaml", "application/apply-patch+yaml" -> YAML.readTree(bytes);
            default -> throw unsupportedForm();
          };
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw unrecognized(kind, "json: cannot unmarshal into an object");
    } catch (IOException broken) {
      throw unrecognized(kind, "json parse error: " + GoErrors.of(broken, bytes));
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
            + " application/json, application/yaml, application/vnd.kubernetes.protobuf");
  }
}
