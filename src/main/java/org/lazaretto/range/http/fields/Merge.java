package org.lazaretto.range.http.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lazaretto.range.http.shape.Shape;
import org.lazaretto.range.http.shape.Shape.ListOf;
import org.lazaretto.range.http.shape.Shape.MapOf;
import org.lazaretto.range.http.shape.Shape.Merging;
import org.lazaretto.range.http.shape.Shape.Scalar;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.Json;

/** Puts a configuration into an object, and takes fields out of one. */
final class Merge {
  private Merge() {}

  /** The object with what a configuration states; neither is changed. */
  static JsonNode of(JsonNode live, JsonNode wanted, Shape shape) {
    return switch (shape) {
      case Scalar scalar -> wanted;
      case Struct struct
          when !struct.whole()
              && live instanceof ObjectNode there
              && wanted instanceof ObjectNode part ->
          fields(there, part, struct);
      case Struct struct -> wanted;
      case MapOf map
          when !map.whole()
              && live instanceof ObjectNode there
              && wanted instanceof ObjectNode part ->
          words(there, part, map);
      case MapOf map -> wanted;
      case ListOf list when live instanceof ArrayNode there && wanted instanceof ArrayNode part ->
          list(there, part, list);
      case ListOf list -> wanted;
    };
  }

  private static JsonNode fields(ObjectNode live, ObjectNode wanted, Struct struct) {
    ObjectNode merged = live.deepCopy();
    for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
      Shape shape = struct.field(entry.getKey()).orElse(Scalar.ANY);
      merged.set(entry.getKey(), of(live.path(entry.getKey()), entry.getValue(), shape));
    }
    return merged;
  }

  private static JsonNode words(ObjectNode live, ObjectNode wanted, MapOf map) {
    ObjectNode merged = live.deepCopy();
    for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
      merged.set(entry.getKey(), of(live.path(entry.getKey()), entry.getValue(), map.of()));
    }
    return merged;
  }

  private static JsonNode list(ArrayNode live, ArrayNode wanted, ListOf list) {
    Map<String, JsonNode> merged = new LinkedHashMap<>();
    switch (list.merging()) {
      case Merging.Whole whole -> {
        return wanted;
      }
      case Merging.Set set -> {
        live.forEach(value -> merged.put(value.toString(), value));
        wanted.forEach(value -> merged.put(value.toString(), value));
      }
      case Merging.ByKeys keys -> {
        live.forEach(element -> merged.put(Elements.key(element, keys), element));
        for (JsonNode element : wanted) {
          merged.merge(
              Elements.key(element, keys), element, (old, fresh) -> of(old, fresh, list.of()));
        }
      }
    }
    return Json.object().arrayNode().addAll(merged.values());
  }

  /** The object without some fields. */
  static JsonNode without(JsonNode live, FieldSet gone, Shape shape) {
    if (gone.isEmpty()) {
      return live;
    }
    return switch (shape) {
      case Scalar scalar -> live;
      case Struct struct when live instanceof ObjectNode there -> {
        ObjectNode rest = there.deepCopy();
        gone.below()
            .forEach((element, below) -> {
              String name = element.substring(2);
              drop(rest, name, below, struct.field(name).orElse(Scalar.ANY));
            });
        yield rest;
      }
      case MapOf map when live instanceof ObjectNode there -> {
        ObjectNode rest = there.deepCopy();
        gone.below().forEach((element, below) -> drop(rest, element.substring(2), below, map.of()));
        yield rest;
      }
      case ListOf list when live instanceof ArrayNode there -> rest(there, gone, list);
      case Struct struct -> live;
      case MapOf map -> live;
      case ListOf list -> live;
    };
  }

  private static void drop(ObjectNode from, String name, FieldSet gone, Shape shape) {
    if (gone.itself()) {
      from.remove(name);
      return;
    }
    JsonNode rest = without(from.path(name), gone, shape);
    if (rest.isMissingNode() || (rest.isContainerNode() && rest.isEmpty())) {
      from.remove(name);
    } else {
      from.set(name, rest);
    }
  }

  private static JsonNode rest(ArrayNode live, FieldSet gone, ListOf list) {
    ArrayNode rest = Json.object().arrayNode();
    for (JsonNode element : live) {
      String name =
          switch (list.merging()) {
            case Merging.ByKeys keys -> Elements.key(element, keys);
            case Merging.Set set -> "v:" + element;
            case Merging.Whole whole -> "";
          };
      FieldSet below = gone.at(name);
      if (!below.itself()) {
        rest.add(without(element, below, list.of()));
      }
    }
    return rest;
  }
}
