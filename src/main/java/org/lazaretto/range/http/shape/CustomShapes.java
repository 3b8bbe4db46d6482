package org.lazaretto.range.http.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.http.shape.Shape.Field;
import org.lazaretto.range.http.shape.Shape.ListOf;
import org.lazaretto.range.http.shape.Shape.MapOf;
import org.lazaretto.range.http.shape.Shape.Merging;
import org.lazaretto.range.http.shape.Shape.Scalar;
import org.lazaretto.range.http.shape.Shape.Struct;

/** Shapes of kinds that a CustomResourceDefinition describes by a structural schema. */
public final class CustomShapes {
  private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";

  private CustomShapes() {}

  /**
   * The shape of a kind.
   *
   * @param kind as in {@code PodCheckpoint}
   * @param schema its {@code openAPIV3Schema}
   * @param metadata the shape of its metadata
   */
  public static Struct of(String kind, JsonNode schema, Struct metadata) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(0, "apiVersion", Scalar.STRING, false));
    fields.add(new Field(0, "kind", Scalar.STRING, false));
    fields.add(new Field(0, "metadata", metadata, false));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (fields.stream().noneMatch(field -> field.name().equals(property.getKey()))) {
        fields.add(field(property));
      }
    }
    return new Struct(kind, false, isOpen(schema), fields);
  }

  private static Field field(Map.Entry<String, JsonNode> property) {
    return new Field(0, property.getKey(), shape(property.getKey(), property.getValue()), false);
  }

  private static boolean isOpen(JsonNode schema) {
    return schema.isMissingNode() || schema.path(PRESERVE).asBoolean(false);
  }

  private static Shape shape(String name, JsonNode schema) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean(false)) {
      return Scalar.INTORSTRING;
    }
    return switch (schema.path("type").asText("")) {
      case "string" -> Scalar.STRING;
      case "boolean" -> Scalar.BOOL;
      case "integer" -> Scalar.INT64;
      case "number" -> Scalar.DOUBLE;
      case "array" -> new ListOf(shape(name, schema.path("items")), merging(schema));
      case "object" -> object(name, schema);
      default -> Scalar.ANY;
    };
  }

  private static Shape object(String name, JsonNode schema) {
    boolean whole = schema.path("x-kubernetes-map-type").asText("").equals("atomic");
    JsonNode values = schema.path("additionalProperties");
    if (values.isObject()) {
      return new MapOf(shape(name, values), whole);
    }
    if (!schema.has("properties") && isOpen(schema)) {
      return new MapOf(Scalar.ANY, whole);
    }
    List<Field> fields =
        schema.path("properties").properties().stream().map(CustomShapes::field).toList();
    return new Struct(name, whole, isOpen(schema), fields);
  }

  private static Merging merging(JsonNode schema) {
    return switch (schema.path("x-kubernetes-list-type").asText("")) {
      case "set" -> new Merging.Set();
      case "map" ->
          new Merging.ByKeys(
              schema
                  .path("x-kubernetes-list-map-keys")
                  .valueStream()
                  .map(JsonNode::asText)
                  .toList());
      default -> new Merging.Whole();
    };
  }
}
