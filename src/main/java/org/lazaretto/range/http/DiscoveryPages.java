package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.store.Json;

/** Tells clients which kinds there are, in the old form and in the aggregated one. */
final class DiscoveryPages implements Pages {
  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

  private final Catalogue catalogue = Catalogue.complete();

  @Override
  public Optional<Answer> answer(PageRequest request) {
    String path = request.path();
    if (!request.reads() || !path.startsWith("/api")) {
      return Optional.empty();
    }
    boolean aggregated = request.accept().replace(" ", "").contains(AGGREGATED);
    return switch (path) {
      case "/api" -> Optional.of(aggregated ? aggregated(true) : versions());
      case "/apis" -> Optional.of(aggregated ? aggregated(false) : groups());
      case "/api/v1" -> Optional.of(resources(""));
      default -> below(path);
    };
  }

  private Optional<Answer> below(String path) {
    for (String group : catalogue.groups()) {
      if (path.equals("/apis/" + group)) {
        return Optional.of(Answer.json(200, group(group, true)));
      }
      if (path.equals("/apis/" + group + "/v1")) {
        return Optional.of(resources(group));
      }
    }
    return Optional.empty();
  }

  private Answer aggregated(boolean core) {
    ObjectNode list = Json.object().put("kind", "APIGroupDiscoveryList");
    list.put("apiVersion", "apidiscovery.k8s.io/v2").putObject("metadata");
    list.putArray("items");
    if (core) {
      addGroup(list, "");
    } else {
      catalogue.groups().forEach(group -> addGroup(list, group));
    }
    return new Answer.Whole(200, AGGREGATED, Buffer.buffer(Json.bytes(list)), Map.of());
  }

  private void addGroup(ObjectNode list, String group) {
    ObjectNode entry = list.withArray("items").addObject();
    ObjectNode metadata = entry.putObject("metadata").putNull("creationTimestamp");
    if (!group.isEmpty()) {
      metadata.put("name", group);
    }
    ObjectNode version = entry.putArray("versions").addObject().put("version", "v1");
    version.set("resources", catalogue.aggregated(group));
    version.put("freshness", "Current");
  }

  private static Answer versions() {
    ObjectNode page = Json.object().put("kind", "APIVersions");
    page.putArray("versions").add("v1");
    page.putArray("serverAddressByClientCIDRs");
    return Answer.json(200, page);
  }

  private Answer groups() {
    ObjectNode page = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
    page.putArray("groups");
    catalogue.groups().forEach(group -> page.withArray("groups").add(group(group, false)));
    return Answer.json(200, page);
  }

  private static ObjectNode group(String group, boolean alone) {
    ObjectNode entry = Json.object();
    if (alone) {
      entry.put("kind", "APIGroup").put("apiVersion", "v1");
    }
    entry.put("name", group);
    entry.putArray("versions").add(version(group));
    entry.set("preferredVersion", version(group));
    return entry;
  }

  private static ObjectNode version(String group) {
    return Json.object().put("groupVersion", group + "/v1").put("version", "v1");
  }

  private Answer resources(String group) {
    ObjectNode page = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
    page.put("groupVersion", group.isEmpty() ? "v1" : group + "/v1");
    page.set("resources", catalogue.listed(group));
    return Answer.json(200, page);
  }
}
