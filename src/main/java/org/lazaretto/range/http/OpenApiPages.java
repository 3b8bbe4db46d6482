package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;

/**
 * Just enough of OpenAPI for clients to learn that the server itself validates fields, so that they
 * need no schema.
 */
final class OpenApiPages implements Pages {
  private static final String ROOT = "/openapi/v3";

  private final Kinds kinds;

  OpenApiPages(Kinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public Optional<Answer> answer(PageRequest request) {
    if (!request.reads() || !request.path().startsWith(ROOT)) {
      return Optional.empty();
    }
    if (request.path().equals(ROOT)) {
      return Optional.of(index());
    }
    String wanted = request.path().substring(ROOT.length() + 1);
    return prefixes().stream().filter(wanted::equals).findFirst().map(this::document);
  }

  private Set<String> prefixes() {
    Set<String> prefixes = new TreeSet<>();
    kinds.catalogue().rows().forEach(row -> prefixes.add(prefix(row.type())));
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
    for (Catalogue.Row row : kinds.catalogue().rows()) {
      if (prefix(row.type()).equals(prefix)) {
        String scope = row.type().namespaced() ? "/namespaces/{namespace}/" : "/";
        ObjectNode path = paths.putObject("/" + prefix + scope + row.type().plural() + "/{name}");
        for (String verb : List.of("patch", "put", "post")) {
          operation(path.putObject(verb), row.type());
        }
      }
    }
    document.putObject("components").putObject("schemas");
    return Answer.json(200, document);
  }

  private static void operation(ObjectNode operation, ResourceType type) {
    ObjectNode kind = operation.putObject("x-kubernetes-group-version-kind");
    kind.put("group", type.group()).put("version", type.version()).put("kind", type.kind());
    for (String word : List.of("dryRun", "fieldManager", "fieldValidation")) {
      ObjectNode parameter = operation.withArray("parameters").addObject();
      parameter.put("name", word).put("in", "query").putObject("schema").put("type", "string");
    }
    operation.putObject("responses").putObject("200").put("description", "OK");
  }
}
