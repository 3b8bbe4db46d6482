package org.lazaretto.range.http.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.http.shape.Shape;
import org.lazaretto.range.http.shape.Shape.ListOf;
import org.lazaretto.range.http.shape.Shape.MapOf;
import org.lazaretto.range.http.shape.Shape.Merging;
import org.lazaretto.range.http.shape.Shape.Scalar;
import org.lazaretto.range.http.shape.Shape.Struct;

/** Holds a configuration that is applied against its shape, in the words of server-side apply. */
public final class Typed {
  private Typed() {}

  /** The first thing wrong with it, as in {@code .spec.foo: field not declared in schema}. */
  public static Optional<String> firstError(JsonNode value, Shape shape) {
    return error(value, shape, "");
  }

  private static Optional<String> error(JsonNode value, Shape shape, String at) {
    if (value.isNull()) {
      return Optional.empty();
    }
    return switch (shape) {
      case Struct struct ->
          value.isObject() ? fields(value, struct, at) : told(at, "expected map, got " + go(value));
      case MapOf map ->
          value.isObject() ? words(value, map, at) : told(at, "expected map, got " + go(value));
      case ListOf list ->
          value.isArray() ? elements(value, list, at) : told(at, "expected list, got " + go(value));
      case Scalar scalar -> scalar(value, scalar, at);
    };
  }

  private static Optional<String> told(String at, String what) {
    return Optional.of(at + ": " + what);
  }

  private static Optional<String> fields(JsonNode value, Struct struct, String at) {
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String here = at + "." + entry.getKey();
      Optional<Shape> shape = struct.field(entry.getKey());
      if (shape.isEmpty() && !struct.open()) {
        return told(here, "field not declared in schema");
      }
      Optional<String> inner = error(entry.getValue(), shape.orElse(Scalar.ANY), here);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> words(JsonNode value, MapOf map, String at) {
    return value.properties().stream()
        .flatMap(e -> error(e.getValue(), map.of(), at + "." + e.getKey()).stream())
        .findFirst();
  }

  private static Optional<String> elements(JsonNode value, ListOf list, String at) {
    for (int i = 0; i < value.size(); i++) {
      String here = at + "[" + i + "]";
      if (list.merging() instanceof Merging.ByKeys keys) {
        String name = Elements.key(value.get(i), keys);
        if (name.equals("k:{}")) {
          return told(
              here,
              "associative list with keys has an element that omits key field \"%s\" (and doesn't have default value)"
                  .formatted(keys.keys().getFirst()));
        }
        here = at + FieldSet.NONE.with(name, FieldSet.LEAF).paths().getFirst();
      }
      Optional<String> inner = error(value.get(i), list.of(), here);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> scalar(JsonNode value, Scalar scalar, String at) {
    String wanted =
        switch (scalar) {
          case STRING, BYTES, TIME, MICROTIME -> value.isTextual() ? "" : "string";
          case BOOL -> value.isBoolean() ? "" : "boolean";
          case INT32, INT64, DOUBLE -> value.isNumber() ? "" : "numeric (int or float)";
          case ANY, QUANTITY, INTORSTRING -> "";
        };
    return wanted.isEmpty()
        ? Optional.empty()
        : told(
            at,
            "expected %s, got %s"
                .formatted(wanted, wanted.startsWith("numeric") ? word(value) : go(value)));
  }

  private static String word(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case BOOLEAN -> "bool";
      case ARRAY -> "[]interface {}";
      default -> "map[string]interface {}";
    };
  }

  private static String go(JsonNode value) {
    return "&value.valueUnstructured{Value:" + value + "}";
  }
}
