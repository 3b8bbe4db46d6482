package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;

/**
 * Tells clients what the kinds look like, how their lists merge, and that the server itself
 * validates fields: OpenAPI 3 by group and version, OpenAPI 2 in one piece.
 */
final class OpenApiPages implements Pages {
  private static final String ROOT = "/openapi/v3";
  private static final String OLD = "/openapi/v2";

  private final Kinds kinds;

  OpenApiPages(Kinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public Optional<Answer> answer(PageRequest request) {
    String path = request.path();
    if (!request.reads() || !path.startsWith("/openapi/")) {
      return Optional.empty();
    }
    if (path.equals(OLD)) {
      return Optional.of(Answer.json(200, whole()));
    }
    if (path.equals(ROOT)) {
      return Optional.of(index());
    }
    return prefixes().stream()
        .filter(prefix -> path.equals(ROOT + "/" + prefix))
        .findFirst()
        .map(this::document);
  }

  private List<ResourceType> types() {
    return kinds.catalogue().rows().stream().map(Catalogue.Row::type).toList();
  }

  private Set<String> prefixes() {
    Set<String> prefixes = new TreeSet<>();
    types().forEach(type -> prefixes.add(prefix(type)));
    return prefixes;
  }

  private static String prefix(ResourceType type) {
    return (type.group().isEmpty() ? "api/" : "apis/") + type.apiVersion();
  }

  private Answer index() {
    ObjectNode index = Json.object();
    ObjectNode paths = index.putObject("paths");
    for (String prefix : prefixes()) {
      paths.putObject(prefix).put("serverRelativeURL", ROOT + "/" + prefix);
    }
    return Answer.json(200, index);
  }

  private Answer document(String prefix) {
    ObjectNode document = Json.object().put("openapi", "3.0.0");
    document.putObject("info").put("title", "Kubernetes").put("version", "unversioned");
    ObjectNode paths = document.putObject("paths");
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    OpenApiSchemas shapes = new OpenApiSchemas(schemas, "#/components/schemas/");
    for (ResourceType type : types()) {
      if (prefix(type).equals(prefix)) {
        path(paths, type, true);
        schema(type, shapes, schemas);
      }
    }
    return Answer.json(200, document);
  }

  private ObjectNode whole() {
    ObjectNode document = Json.object().put("swagger", "2.0");
    document.putObject("info").put("title", "Kubernetes").put("version", "unversioned");
    ObjectNode paths = document.putObject("paths");
    ObjectNode schemas = document.putObject("definitions");
    OpenApiSchemas shapes = new OpenApiSchemas(schemas, "#/definitions/");
    for (ResourceType type : types()) {
      path(paths, type, false);
      schema(type, shapes, schemas);
    }
    return document;
  }

  private static void path(ObjectNode paths, ResourceType type, boolean third) {
    String scope = type.namespaced() ? "/namespaces/{namespace}/" : "/";
    ObjectNode path = paths.putObject("/" + prefix(type) + scope + type.plural() + "/{name}");
    for (String verb : List.of("patch", "put", "post")) {
      operation(path.putObject(verb), type, third);
    }
  }

  private static void operation(ObjectNode operation, ResourceType type, boolean third) {
    operation.set("x-kubernetes-group-version-kind", OpenApiSchemas.gvk(type));
    for (String word : List.of("dryRun", "fieldManager", "fieldValidation")) {
      ObjectNode parameter = operation.withArray("parameters").addObject();
      parameter.put("name", word).put("in", "query");
      (third ? parameter.putObject("schema") : parameter).put("type", "string");
    }
    operation.putObject("responses").putObject("200").put("description", "OK");
  }

  private void schema(ResourceType type, OpenApiSchemas shapes, ObjectNode schemas) {
    Optional<CustomKinds.Custom> custom = kinds.custom(type);
    if (custom.isEmpty()) {
      shapes.add(type, kinds.shape(type));
      return;
    }
    ObjectNode schema =
        custom.get().version().at("/schema/openAPIV3Schema") instanceof ObjectNode given
            ? given.deepCopy()
            : Json.object();
    ObjectNode properties = Json.child(schema, "properties");
    properties.putObject("apiVersion").put("type", "string");
    properties.putObject("kind").put("type", "string");
    properties.set("metadata", shapes.referTo(kinds.metadata()));
    schema.withArray("x-kubernetes-group-version-kind").add(OpenApiSchemas.gvk(type));
    List<String> name = new ArrayList<>(List.of(type.group().split("\\.", -1)));
    Collections.reverse(name);
    schemas.set(String.join(".", name) + "." + type.version() + "." + type.kind(), schema);
    shapes.add(kinds.metadata());
  }
}
