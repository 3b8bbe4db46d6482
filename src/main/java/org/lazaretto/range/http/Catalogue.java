package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  static Catalogue complete() {
    List<Row> rows = new ArrayList<>();
    ResourceTypes.all().forEach(type -> rows.add(new Row(type, VERBS)));
    rows.add(review("authentication.k8s.io", "SelfSubjectReview"));
    rows.add(review("authorization.k8s.io", "SelfSubjectAccessReview"));
    rows.add(review("authorization.k8s.io", "SelfSubjectRulesReview"));
    return new Catalogue(rows);
  }

  private static Row review(String group, String kind) {
    String word = kind.toLowerCase(Locale.ROOT);
    ResourceType.Names names = new ResourceType.Names(kind, word + "s", word, List.of(), List.of());
    return new Row(new ResourceType(group, "v1", names, false, Set.of()), List.of("create"));
  }

  /** The API groups, each once; the core group is not among them. */
  List<String> groups() {
    return rows.stream()
        .map(row -> row.type().group())
        .filter(group -> !group.isEmpty())
        .distinct()
        .toList();
  }

  List<Row> of(String group) {
    return rows.stream().filter(row -> row.type().group().equals(group)).toList();
  }

  private static List<String> verbsOf(String subresource) {
    return switch (subresource) {
      case "eviction" -> List.of("create");
      case "log" -> List.of("get");
      case "exec", "attach" -> List.of("create", "get");
      default -> List.of("get", "patch", "update");
    };
  }

  private static ObjectNode kindOf(ResourceType type, String subresource) {
    return switch (subresource) {
      case "scale" -> kind("autoscaling", "v1", "Scale");
      case "eviction" -> kind("policy", "v1", "Eviction");
      case "exec" -> kind("", "v1", "PodExecOptions");
      case "attach" -> kind("", "v1", "PodAttachOptions");
      default -> kind(type.group(), type.version(), type.kind());
    };
  }

  private static ObjectNode kind(String group, String version, String kind) {
    return Json.object().put("group", group).put("version", version).put("kind", kind);
  }

  /** The resources of a group as {@code apidiscovery.k8s.io/v2} tells them. */
  ArrayNode aggregated(String group) {
    ArrayNode resources = Json.object().putArray("resources");
    for (Row row : of(group)) {
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
  ArrayNode listed(String group) {
    ArrayNode resources = Json.object().putArray("resources");
    for (Row row : of(group)) {
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
