package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/**
 * What discovery tells of: the kinds in the store, and the reviews that are answered and forgotten.
 */
record Catalogue(List<Row> rows) {
  private static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

  /** One kind. */
  record Row(ResourceType type, List<String> verbs) {}

  /** The kinds that a server comes with, and some more. */
  static Catalogue of(List<ResourceType> custom) {
    List<Row> rows = new ArrayList<>();
    ResourceTypes.all().forEach(type -> rows.add(new Row(type, VERBS)));
    rows.add(new Row(ResourceTypes.OLD_AUTOSCALERS, VERBS));
    ReviewTypes.all().forEach(type -> rows.add(new Row(type, List.of("create"))));
    custom.forEach(type -> rows.add(new Row(type, VERBS)));
    return new Catalogue(rows);
  }

  /** The API groups, each once; the core group is not among them. */
  List<String> groups() {
    return rows.stream()
        .map(row -> row.type().group())
        .filter(group -> !group.isEmpty())
        .distinct()
        .toList();
  }

  /** The versions of a group, the preferred one first. */
  List<String> versions(String group) {
    return rows.stream()
        .map(Row::type)
        .filter(type -> type.group().equals(group))
        .map(ResourceType::version)
        .distinct()
        .toList();
  }

  private List<Row> of(String group, String version) {
    return rows.stream()
        .filter(row -> row.type().group().equals(group))
        .filter(row -> row.type().version().equals(version))
        .toList();
  }

  private static List<String> verbsOf(String subresource) {
    return switch (subresource) {
      case "eviction", "token" -> List.of("create");
      case "log" -> List.of("get");
      case "exec", "attach" -> List.of("create", "get");
      case "proxy" -> List.of("create", "get");
      case "finalize" -> List.of("update");
      default -> List.of("get", "patch", "update");
    };
  }

  private static ObjectNode kindOf(ResourceType type, String subresource) {
    return switch (subresource) {
      case "scale" -> kind("autoscaling", "v1", "Scale");
      case "eviction" -> kind("policy", "v1", "Eviction");
      case "exec" -> kind("", "v1", "PodExecOptions");
      case "attach" -> kind("", "v1", "PodAttachOptions");
      case "proxy" -> kind("", "v1", "NodeProxyOptions");
      case "token" -> kind("authentication.k8s.io", "v1", "TokenRequest");
      default -> kind(type.group(), type.version(), type.kind());
    };
  }

  private static ObjectNode kind(String group, String version, String kind) {
    return Json.object().put("group", group).put("version", version).put("kind", kind);
  }

  /** The resources of a group as {@code apidiscovery.k8s.io/v2} tells them. */
  ArrayNode aggregated(String group, String version) {
    ArrayNode resources = Json.object().putArray("resources");
    for (Row row : of(group, version)) {
      ResourceType type = row.type();
      ObjectNode entry = resources.addObject().put("resource", type.plural());
      entry.set("responseKind", kindOf(type, ""));
      entry.put("scope", type.namespaced() ? "Namespaced" : "Cluster");
      entry.put("singularResource", type.singular());
      words(entry, "verbs", row.verbs());
      words(entry, "shortNames", type.shortNames());
      words(entry, "categories", type.categories());
      for (String sub : type.subresources().stream().sorted().toList()) {
        ObjectNode below = entry.withArray("subresources").addObject().put("subresource", sub);
        below.set("responseKind", kindOf(type, sub));
        words(below, "verbs", verbsOf(sub));
      }
    }
    return resources;
  }

  /** The resources of a group as an {@code APIResourceList} tells them. */
  ArrayNode listed(String group, String version) {
    ArrayNode resources = Json.object().putArray("resources");
    for (Row row : of(group, version)) {
      ResourceType type = row.type();
      ObjectNode entry = resources.addObject().put("name", type.plural());
      entry.put("singularName", type.singular()).put("namespaced", type.namespaced());
      entry.put("kind", type.kind());
      words(entry, "verbs", row.verbs());
      words(entry, "shortNames", type.shortNames());
      words(entry, "categories", type.categories());
      for (String sub : type.subresources().stream().sorted().toList()) {
        ObjectNode below = resources.addObject().put("name", type.plural() + "/" + sub);
        below.put("singularName", "").put("namespaced", type.namespaced());
        kindOf(type, sub).properties().forEach(e -> below.set(e.getKey(), e.getValue()));
        words(below, "verbs", verbsOf(sub));
      }
    }
    return resources;
  }

  private static void words(ObjectNode entry, String field, List<String> words) {
    if (!words.isEmpty()) {
      words.forEach(entry.putArray(field)::add);
    }
  }
}
