package org.lazaretto.range.http.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.lazaretto.range.http.shape.Shape;
import org.lazaretto.range.http.shape.Shape.ListOf;
import org.lazaretto.range.http.shape.Shape.MapOf;
import org.lazaretto.range.http.shape.Shape.Merging;
import org.lazaretto.range.http.shape.Shape.Scalar;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.Json;

/** The parts of a value that can be owned apart from each other. */
final class Elements {
  private Elements() {}

  /** A part: what it is and what it looks like. */
  record Element(JsonNode value, Shape shape) {}

  /** The parts by their names in a field set; empty for what is owned only as a whole. */
  static Optional<Map<String, Element>> of(JsonNode value, Shape shape) {
    return switch (shape) {
      case Scalar scalar -> Optional.empty();
      case Struct struct when struct.whole() || !value.isObject() -> Optional.empty();
      case Struct struct -> Optional.of(fields(value, struct));
      case MapOf map when map.whole() || !value.isObject() -> Optional.empty();
      case MapOf map -> Optional.of(words(value, map));
      case ListOf list when !value.isArray() -> Optional.empty();
      case ListOf(Shape of, Merging.Whole whole) -> Optional.empty();
      case ListOf(Shape of, Merging.Set set) -> Optional.of(values(value, of));
      case ListOf(Shape of, Merging.ByKeys keys) -> Optional.of(keyed(value, of, keys));
    };
  }

  private static Map<String, Element> fields(JsonNode value, Struct struct) {
    Map<String, Element> parts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      Shape shape = struct.field(entry.getKey()).orElse(Scalar.ANY);
      parts.put("f:" + entry.getKey(), new Element(entry.getValue(), shape));
    }
    return parts;
  }

  private static Map<String, Element> words(JsonNode value, MapOf map) {
    Map<String, Element> parts = new LinkedHashMap<>();
    value
        .properties()
        .forEach(e -> parts.put("f:" + e.getKey(), new Element(e.getValue(), map.of())));
    return parts;
  }

  private static Map<String, Element> values(JsonNode list, Shape of) {
    Map<String, Element> parts = new LinkedHashMap<>();
    list.forEach(value -> parts.put("v:" + value, new Element(value, of)));
    return parts;
  }

  private static Map<String, Element> keyed(JsonNode list, Shape of, Merging.ByKeys keys) {
    Map<String, Element> parts = new LinkedHashMap<>();
    list.forEach(value -> parts.put(key(value, keys), new Element(value, of)));
    return parts;
  }

  /** The name of a list's element, as in {@code k:{"name":"web"}}. */
  static String key(JsonNode element, Merging.ByKeys keys) {
    ObjectNode key = Json.object();
    for (String field : new TreeSet<>(keys.keys())) {
      if (element.has(field)) {
        key.set(field, element.get(field));
      } else if (field.equals("protocol")) {
        key.put(field, "TCP");
      }
    }
    return "k:" + new String(Json.bytes(key), StandardCharsets.UTF_8);
  }
}
