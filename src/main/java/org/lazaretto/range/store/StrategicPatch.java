package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the object as it shall be, where lists merge by the keys of {@link MergeKeys}, with the
 * directives {@code $patch}, {@code $retainKeys}, {@code $deleteFromPrimitiveList} and {@code
 * $setElementOrder} (Kubernetes community, "Strategic Merge Patch").
 */
record StrategicPatch(ObjectNode patch, ResourceType type) implements Patch {
  private static final String DIRECTIVE = "$patch";
  private static final String RETAIN = "$retainKeys";
  private static final String DELETE_FROM = "$deleteFromPrimitiveList/";
  private static final String ORDER = "$setElementOrder/";

  @Override
  public ObjectNode apply(ObjectNode object) {
    return merge(object.deepCopy(), patch, "");
  }

  private ObjectNode merge(ObjectNode target, ObjectNode part, String at) {
    switch (part.path(DIRECTIVE).asText("")) {
      case "delete" -> {
        return Json.object();
      }
      case "replace" -> {
        ObjectNode whole = part.deepCopy();
        whole.remove(DIRECTIVE);
        return whole;
      }
      case "", "merge" -> {}
      default ->
          throw ApiProblem.badRequest(
              "Unknown patch type found: " + part.path(DIRECTIVE).asText(""));
    }
    retain(target, part);
    for (Map.Entry<String, JsonNode> field : part.properties()) {
      mergeField(target, field.getKey(), field.getValue(), at);
    }
    for (Map.Entry<String, JsonNode> field : part.properties()) {
      if (field.getKey().startsWith(ORDER)) {
        order(target, field.getKey().substring(ORDER.length()), field.getValue(), at);
      }
    }
    return target;
  }

  private static void retain(ObjectNode target, ObjectNode part) {
    if (part.has(RETAIN)) {
      Set<String> kept = new HashSet<>();
      part.get(RETAIN).forEach(key -> kept.add(key.asText()));
      target.retain(kept);
    }
  }

  private void mergeField(ObjectNode target, String field, JsonNode value, String at) {
    if (field.startsWith(DELETE_FROM)) {
      remove(target.path(field.substring(DELETE_FROM.length())), value);
    } else if (field.startsWith("$")) {
      return;
    } else if (value.isNull()) {
      target.remove(field);
    } else if (value instanceof ObjectNode part) {
      ObjectNode base = target.path(field) instanceof ObjectNode there ? there : Json.object();
      target.set(field, merge(base, part, field));
    } else if (value instanceof ArrayNode list) {
      ArrayNode base = target.path(field) instanceof ArrayNode there ? there : array();
      target.set(field, mergeList(base, list, at, field));
    } else {
      target.set(field, value);
    }
  }

  private ArrayNode mergeList(ArrayNode base, ArrayNode list, String at, String field) {
    Optional<String> key = MergeKeys.key(type, at, field);
    if (MergeKeys.isSet(field)) {
      Set<JsonNode> union = new LinkedHashSet<>();
      base.forEach(union::add);
      list.forEach(union::add);
      return array().addAll(union);
    }
    if (key.isEmpty()) {
      return list.deepCopy();
    }
    ArrayNode result = replaces(list) ? array() : base;
    for (JsonNode entry : list) {
      if (entry instanceof ObjectNode part && !isBareReplace(part)) {
        mergeEntry(result, part, key.get(), field);
      }
    }
    return result;
  }

  private static boolean replaces(ArrayNode list) {
    for (JsonNode entry : list) {
      if (isBareReplace(entry)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBareReplace(JsonNode entry) {
    return entry.size() == 1 && entry.path(DIRECTIVE).asText("").equals("replace");
  }

  private void mergeEntry(ArrayNode list, ObjectNode part, String key, String field) {
    if (!part.has(key)) {
      throw ApiProblem.badRequest("map: " + part + " does not contain declared merge key: " + key);
    }
    int index = indexOf(list, key, part.get(key));
    if (part.path(DIRECTIVE).asText("").equals("delete")) {
      if (index >= 0) {
        list.remove(index);
      }
    } else if (index >= 0 && list.get(index) instanceof ObjectNode there) {
      list.set(index, merge(there, part, field));
    } else {
      list.add(merge(Json.object(), part, field));
    }
  }

  private static int indexOf(ArrayNode list, String key, JsonNode value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path(key).equals(value)) {
        return i;
      }
    }
    return -1;
  }

  private static void remove(JsonNode from, JsonNode values) {
    if (from instanceof ArrayNode list) {
      for (JsonNode value : values) {
        for (int i = list.size() - 1; i >= 0; i--) {
          if (list.get(i).equals(value)) {
            list.remove(i);
          }
        }
      }
    }
  }

  /** Entries that the patch orders come in its order; those it does not know keep behind them. */
  private void order(ObjectNode target, String field, JsonNode wanted, String at) {
    if (!(target.path(field) instanceof ArrayNode list)) {
      return;
    }
    Optional<String> key = MergeKeys.key(type, at, field);
    ArrayNode ordered = array();
    for (JsonNode want : wanted) {
      for (JsonNode entry : list) {
        boolean hit =
            key.map(k -> entry.path(k).equals(want.path(k))).orElseGet(() -> entry.equals(want));
        if (hit) {
          ordered.add(entry);
        }
      }
    }
    for (JsonNode entry : list) {
      if (!contains(ordered, entry)) {
        ordered.add(entry);
      }
    }
    target.set(field, ordered);
  }

  private static boolean contains(ArrayNode list, JsonNode entry) {
    for (JsonNode there : list) {
      if (there.equals(entry)) {
        return true;
      }
    }
    return false;
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
