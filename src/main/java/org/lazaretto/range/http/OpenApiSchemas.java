package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.http.shape.Shape;
import org.lazaretto.range.http.shape.Shape.Field;
import org.lazaretto.range.http.shape.Shape.ListOf;
import org.lazaretto.range.http.shape.Shape.MapOf;
import org.lazaretto.range.http.shape.Shape.Merging;
import org.lazaretto.range.http.shape.Shape.Scalar;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.MergeKeys;
import org.lazaretto.range.store.ResourceType;

/** Shapes as schemas of OpenAPI, with the extensions by which clients merge lists. */
final class OpenApiSchemas {
  private static final String PREFIX = "io.k8s.api.";

  private final ObjectNode schemas;
  private final String reference;
  private final Set<String> done = new HashSet<>();
  private final Deque<Struct> waiting = new ArrayDeque<>();

  /**
   * Writes schemas.
   *
   * @param schemas where they go
   * @param reference what stands before the name of one, as in {@code #/definitions/}
   */
  OpenApiSchemas(ObjectNode schemas, String reference) {
    this.schemas = schemas;
    this.reference = reference;
  }

  /** Writes a kind and all that it is made of. */
  void add(ResourceType type, Struct shape) {
    add(shape);
    ObjectNode schema = (ObjectNode) schemas.get(PREFIX + shape.name());
    schema.withArray("x-kubernetes-group-version-kind").add(gvk(type));
  }

  /** Writes a shape and all that it is made of. */
  void add(Struct shape) {
    enqueue(shape);
    while (!waiting.isEmpty()) {
      Struct next = waiting.remove();
      schemas.set(PREFIX + next.name(), schema(next));
    }
  }

  /** Group, version and kind as the extensions tell them. */
  static ObjectNode gvk(ResourceType type) {
    return Json.object()
        .put("group", type.group())
        .put("version", type.version())
        .put("kind", type.kind());
  }

  private void enqueue(Struct shape) {
    if (done.add(shape.name())) {
      waiting.add(shape);
    }
  }

  /** What stands where a shape is used. */
  ObjectNode referTo(Struct shape) {
    enqueue(shape);
    return Json.object().put("$ref", reference + PREFIX + shape.name());
  }

  private ObjectNode schema(Struct struct) {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (Field field : struct.fields().values()) {
      ObjectNode property = of(field.shape());
      merging(property, struct, field);
      properties.set(field.name(), property);
    }
    return schema;
  }

  private static void merging(ObjectNode property, Struct struct, Field field) {
    if (field.shape() instanceof ListOf list && list.of() instanceof Struct) {
      Optional<String> key = MergeKeys.ofField(struct.name(), field.name());
      key.ifPresent(k -> {
        property.put("x-kubernetes-patch-merge-key", k);
        property.put("x-kubernetes-patch-strategy", "merge");
      });
    } else if (field.shape() instanceof ListOf list && list.merging() instanceof Merging.Set) {
      property.put("x-kubernetes-patch-strategy", "merge");
    }
  }

  private ObjectNode of(Shape shape) {
    return switch (shape) {
      case Struct struct -> referTo(struct);
      case ListOf list -> {
        ObjectNode schema = Json.object().put("type", "array");
        schema.set("items", of(list.of()));
        switch (list.merging()) {
          case Merging.Whole whole -> schema.put("x-kubernetes-list-type", "atomic");
          case Merging.Set set -> schema.put("x-kubernetes-list-type", "set");
          case Merging.ByKeys keys -> {
            schema.put("x-kubernetes-list-type", "map");
            keys.keys().forEach(schema.putArray("x-kubernetes-list-map-keys")::add);
          }
        }
        yield schema;
      }
      case MapOf map -> {
        ObjectNode schema = Json.object().put("type", "object");
        schema.set("additionalProperties", of(map.of()));
        yield schema;
      }
      case Scalar scalar -> scalar(scalar);
    };
  }

  private static ObjectNode scalar(Scalar scalar) {
    ObjectNode schema = Json.object();
    return switch (scalar) {
      case STRING, QUANTITY -> schema.put("type", "string");
      case BYTES -> schema.put("type", "string").put("format", "byte");
      case TIME, MICROTIME -> schema.put("type", "string").put("format", "date-time");
      case INTORSTRING -> schema.put("type", "string").put("format", "int-or-string");
      case BOOL -> schema.put("type", "boolean");
      case INT32 -> schema.put("type", "integer").put("format", "int32");
      case INT64 -> schema.put("type", "integer").put("format", "int64");
      case DOUBLE -> schema.put("type", "number").put("format", "double");
      case ANY -> schema.put("type", "object");
    };
  }
}
