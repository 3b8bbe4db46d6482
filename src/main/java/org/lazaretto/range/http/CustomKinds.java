package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Snapshot;
import org.lazaretto.range.store.Stored;

/**
 * The kinds that CustomResourceDefinitions in a store define. Of each the version is served in
 * which its objects are stored.
 */
final class CustomKinds {
  private final ObjectStore store;
  private final AtomicReference<Known> known;

  private record Known(Snapshot at, List<Custom> kinds) {}

  /**
   * One kind.
   *
   * @param type how it is called
   * @param version the version of its definition in which it is served
   */
  record Custom(ResourceType type, JsonNode version) {}

  /** Reads definitions from a store. */
  CustomKinds(ObjectStore store) {
    this.store = store;
    this.known = new AtomicReference<>(read(store.snapshot()));
  }

  private static Known read(Snapshot at) {
    return new Known(
        at,
        at.list(ResourceTypes.CUSTOM_RESOURCE_DEFINITIONS, Optional.empty()).stream()
            .flatMap(definition -> kind(definition).stream())
            .toList());
  }

  /** What is defined now. */
  List<Custom> all() {
    Snapshot now = store.snapshot();
    Known before = known.get();
    if (before.at().sameObjects(now, ResourceTypes.CUSTOM_RESOURCE_DEFINITIONS)) {
      return before.kinds();
    }
    Known read = read(now);
    known.set(read);
    return read.kinds();
  }

  /** The kind that a definition defines, if it serves the version in which objects are stored. */
  static Optional<Custom> kind(Stored definition) {
    JsonNode spec = definition.tree().path("spec");
    return version(spec)
        .map(version ->
            new Custom(
                new ResourceType(
                    spec.path("group").asText(""),
                    version.path("name").asText(""),
                    names(spec.path("names")),
                    spec.path("scope").asText("").equals("Namespaced"),
                    subresources(version)),
                version));
  }

  /** The version of a definition in which objects are stored, if it is served. */
  private static Optional<JsonNode> version(JsonNode spec) {
    return spec.path("versions")
        .valueStream()
        .filter(version -> version.path("storage").asBoolean(false))
        .filter(version -> version.path("served").asBoolean(false))
        .findFirst();
  }

  private static ResourceType.Names names(JsonNode names) {
    String kind = names.path("kind").asText("");
    return new ResourceType.Names(
        kind,
        names.path("plural").asText(""),
        names.path("singular").asText(kind.toLowerCase(Locale.ROOT)),
        words(names.path("shortNames")),
        words(names.path("categories")));
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText("")));
    return words;
  }

  private static Set<String> subresources(JsonNode version) {
    Set<String> names = new LinkedHashSet<>();
    version.path("subresources").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
