package org.lazaretto.range.http.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lazaretto.range.store.Json;

/**
 * Some fields of an object, in the form of {@code fieldsV1}: {@code f:} is a field or a word of a
 * map, {@code k:} an element of a list by its keys, {@code v:} one by its value. Immutable.
 */
record FieldSet(boolean itself, Map<String, FieldSet> below) {
  static final FieldSet NONE = new FieldSet(false, Map.of());
  static final FieldSet LEAF = new FieldSet(true, Map.of());

  private static final String SELF = ".";

  FieldSet {
    below = Map.copyOf(below);
  }

  boolean isEmpty() {
    return !itself && below.isEmpty();
  }

  FieldSet at(String element) {
    return below.getOrDefault(element, NONE);
  }

  /** With other fields below one element, or without it if they are none. */
  FieldSet with(String element, FieldSet fields) {
    Map<String, FieldSet> next = new TreeMap<>(below);
    if (fields.isEmpty()) {
      next.remove(element);
    } else {
      next.put(element, fields);
    }
    return new FieldSet(itself, next);
  }

  FieldSet andItself() {
    return new FieldSet(true, below);
  }

  FieldSet plus(FieldSet other) {
    Map<String, FieldSet> next = new TreeMap<>(below);
    other.below.forEach((element, fields) -> next.merge(element, fields, FieldSet::plus));
    return new FieldSet(itself || other.itself, next);
  }

  FieldSet minus(FieldSet other) {
    Map<String, FieldSet> next = new TreeMap<>();
    below.forEach((element, fields) -> {
      FieldSet rest = fields.minus(other.at(element));
      if (!rest.isEmpty()) {
        next.put(element, rest);
      }
    });
    return new FieldSet(itself && !other.itself, next);
  }

  FieldSet common(FieldSet other) {
    Map<String, FieldSet> next = new TreeMap<>();
    below.forEach((element, fields) -> {
      FieldSet both = fields.common(other.at(element));
      if (!both.isEmpty()) {
        next.put(element, both);
      }
    });
    return new FieldSet(itself && other.itself, next);
  }

  /** The single fields, as in {@code .spec.containers[name="web"].image}. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    collect("", paths);
    return paths;
  }

  private void collect(String at, List<String> paths) {
    if (itself && !at.isEmpty()) {
      paths.add(at);
    }
    new TreeMap<>(below).forEach((element, fields) -> fields.collect(at + shown(element), paths));
  }

  private static String shown(String element) {
    String rest = element.substring(2);
    return switch (element.charAt(0)) {
      case 'f' -> "." + rest;
      case 'v' -> "[=" + rest + "]";
      default -> {
        List<String> keys = new ArrayList<>();
        Json.object(rest.getBytes(StandardCharsets.UTF_8))
            .properties()
            .forEach(key -> keys.add(key.getKey() + "=" + key.getValue()));
        yield "[" + String.join(",", keys) + "]";
      }
    };
  }

  /** Reads them. */
  static FieldSet of(JsonNode fields) {
    Map<String, FieldSet> below = new TreeMap<>();
    boolean itself = fields.isEmpty();
    for (Map.Entry<String, JsonNode> entry : fields.properties()) {
      if (entry.getKey().equals(SELF)) {
        itself = true;
      } else if (isElement(entry.getKey())) {
        below.put(entry.getKey(), of(entry.getValue()));
      }
    }
    return new FieldSet(itself, below);
  }

  /** Whether a client wrote the name of an element that can be understood. */
  private static boolean isElement(String name) {
    if (!name.startsWith("k:")) {
      return name.startsWith("f:") || name.startsWith("v:");
    }
    try {
      return Json.parse(name.substring(2).getBytes(StandardCharsets.UTF_8)).isObject();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Written as an object holds them. */
  ObjectNode json() {
    ObjectNode fields = Json.object();
    if (itself && !below.isEmpty()) {
      fields.putObject(SELF);
    }
    new TreeMap<>(below).forEach((element, inner) -> fields.set(element, inner.json()));
    return fields;
  }
}
