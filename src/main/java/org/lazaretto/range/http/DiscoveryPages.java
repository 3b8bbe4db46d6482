package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.store.Json;

/** Tells clients which kinds there are, in the old form and in the aggregated one. */
final class DiscoveryPages implements Pages {
  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

  private final Kinds kinds;

  DiscoveryPages(Kinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public Optional<Answer> answer(PageRequest request) {
    String path = request.path();
    if (!request.reads() || !path.startsWith("/api")) {
      return Optional.empty();
    }
    Catalogue catalogue = kinds.catalogue();
    boolean aggregated = request.accept().replace(" ", "").contains(AGGREGATED);
    return switch (path) {
      case "/api" -> Optional.of(aggregated ? aggregated(catalogue, List.of("")) : coreVersions());
      case "/apis" ->
          Optional.of(aggregated ? aggregated(catalogue, catalogue.groups()) : groups(catalogue));
      case "/api/v1" -> Optional.of(resources(catalogue, "", "v1"));
      default -> below(catalogue, path);
    };
  }

  private static Optional<Answer> below(Catalogue catalogue, String path) {
    for (String group : catalogue.groups()) {
      if (path.equals("/apis/" + group)) {
        return Optional.of(Answer.json(200, group(catalogue, group, true)));
      }
      for (String version : catalogue.versions(group)) {
        if (path.equals("/apis/" + group + "/" + version)) {
          return Optional.of(resources(catalogue, group, version));
        }
      }
    }
    return Optional.empty();
  }

  private static Answer aggregated(Catalogue catalogue, List<String> groups) {
    ObjectNode list = Json.object().put("kind", "APIGroupDiscoveryList");
    list.put("apiVersion", "apidiscovery.k8s.io/v2").putObject("metadata");
    list.putArray("items");
    groups.forEach(group -> addGroup(catalogue, list, group));
    return new Answer.Whole(200, AGGREGATED, Buffer.buffer(Json.bytes(list)), Map.of());
  }

  private static void addGroup(Catalogue catalogue, ObjectNode list, String group) {
    ObjectNode entry = list.withArray("items").addObject();
    ObjectNode metadata = entry.putObject("metadata").putNull("creationTimestamp");
    if (!group.isEmpty()) {
      metadata.put("name", group);
    }
    for (String version : catalogue.versions(group)) {
      ObjectNode one = entry.withArray("versions").addObject().put("version", version);
      one.set("resources", catalogue.aggregated(group, version));
      one.put("freshness", "Current");
    }
  }

  private static Answer coreVersions() {
    ObjectNode page = Json.object().put("kind", "APIVersions");
    page.putArray("versions").add("v1");
    page.putArray("serverAddressByClientCIDRs");
    return Answer.json(200, page);
  }

  private static Answer groups(Catalogue catalogue) {
    ObjectNode page = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
    page.putArray("groups");
    catalogue
        .groups()
        .forEach(group -> page.withArray("groups").add(group(catalogue, group, false)));
    return Answer.json(200, page);
  }

  private static ObjectNode group(Catalogue catalogue, String group, boolean alone) {
    ObjectNode entry = Json.object();
    if (alone) {
      entry.put("kind", "APIGroup").put("apiVersion", "v1");
    }
    entry.put("name", group);
    List<String> versions = catalogue.versions(group);
    versions.forEach(version -> entry.withArray("versions").add(version(group, version)));
    entry.set("preferredVersion", version(group, versions.getFirst()));
    return entry;
  }

  private static ObjectNode version(String group, String version) {
    return Json.object().put("groupVersion", group + "/" + version).put("version", version);
  }

  private static Answer resources(Catalogue catalogue, String group, String version) {
    ObjectNode page = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
    page.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
    page.set("resources", catalogue.listed(group, version));
    return Answer.json(200, page);
  }
}
