package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.lazaretto.range.cluster.object.PodUsage;
import org.lazaretto.range.cluster.object.Quantity;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Completes pods by the limit ranges of their namespace, and refuses those out of bounds. */
final class LimitRanges {
  private static final String NOTE = "kubernetes.io/limit-ranger";

  private final ObjectStore store;

  LimitRanges(ObjectStore store) {
    this.store = store;
  }

  /**
   * Completes a new pod.
   *
   * @throws ApiProblem 403 in a real server's words if it is out of bounds
   */
  void admit(ObjectNode pod) {
    String namespace = Tree.text(pod, "metadata", "namespace");
    List<JsonNode> items = new ArrayList<>();
    for (Stored range : store.list(ResourceTypes.LIMIT_RANGES, Optional.of(namespace))) {
      range.tree().at("/spec/limits").forEach(items::add);
    }
    items.stream().filter(i -> isOf(i, "Container")).forEach(item -> complete(pod, item));
    List<String> wrong = new ArrayList<>();
    for (JsonNode item : items) {
      if (isOf(item, "Container")) {
        for (JsonNode container : Tree.at(pod, "spec", "containers")) {
          check(item, side -> resource -> PodUsage.text(container, side, resource), wrong);
        }
      } else if (isOf(item, "Pod")) {
        PodUsage usage = PodUsage.of(pod);
        check(item, side -> resource -> whole(usage, side, resource), wrong);
      }
    }
    if (!wrong.isEmpty()) {
      String all = wrong.size() == 1 ? wrong.getFirst() : "[" + String.join(", ", wrong) + "]";
      throw ApiProblem.forbidden(ResourceTypes.PODS, Tree.text(pod, "metadata", "name"), all);
    }
  }

  private static boolean isOf(JsonNode item, String type) {
    return Tree.text(item, "type").equals(type);
  }

  private static String whole(PodUsage usage, String side, String resource) {
    long amount = usage.of(side + "." + resource);
    return amount == 0 ? "" : PodUsage.written(resource, amount);
  }

  /** What a container says nothing about it gets; a limit that it states is its request then. */
  private static void complete(ObjectNode pod, JsonNode item) {
    List<String> notes = new ArrayList<>();
    for (JsonNode container : Tree.at(pod, "spec", "containers")) {
      String of = " for container " + Tree.text(container, "name");
      ObjectNode resources = Tree.made((ObjectNode) container, "resources");
      List<String> requests = set(resources, "requests", item.path("defaultRequest"));
      List<String> limits = set(resources, "limits", item.path("default"));
      if (!requests.isEmpty()) {
        notes.add(String.join(", ", requests) + " request" + of);
      }
      if (!limits.isEmpty()) {
        notes.add(String.join(", ", limits) + " limit" + of);
      }
    }
    if (!notes.isEmpty()) {
      Tree.made(pod, "metadata", "annotations")
          .put(NOTE, "LimitRanger plugin set: " + String.join("; ", notes));
    }
  }

  private static List<String> set(ObjectNode resources, String side, JsonNode defaults) {
    List<String> set = new ArrayList<>();
    new TreeMap<>(Tree.texts(defaults))
        .forEach((resource, amount) -> {
          if (!resources.path(side).has(resource)) {
            Tree.made(resources, side).put(resource, amount);
            set.add(resource);
          }
        });
    return set;
  }

  @FunctionalInterface
  private interface Said {
    UnaryOperator<String> of(String side);
  }

  private static void check(JsonNode item, Said said, List<String> wrong) {
    String type = Tree.text(item, "type");
    for (Map.Entry<String, String> least : Tree.texts(item.path("min")).entrySet()) {
      String resource = least.getKey();
      String rule = "minimum %s usage per %s is %s".formatted(resource, type, least.getValue());
      String request = said.of("requests").apply(resource);
      if (request.isEmpty()) {
        wrong.add(rule + ".  No request is specified");
      } else if (Quantity.thousandths(request) < Quantity.thousandths(least.getValue())) {
        wrong.add(rule + ", but request is " + request);
      }
    }
    for (Map.Entry<String, String> most : Tree.texts(item.path("max")).entrySet()) {
      String resource = most.getKey();
      String rule = "maximum %s usage per %s is %s".formatted(resource, type, most.getValue());
      String limit = said.of("limits").apply(resource);
      if (limit.isEmpty()) {
        wrong.add(rule + ".  No limit is specified");
      } else if (Quantity.thousandths(limit) > Quantity.thousandths(most.getValue())) {
        wrong.add(rule + ", but limit is " + limit);
      }
    }
  }
}
