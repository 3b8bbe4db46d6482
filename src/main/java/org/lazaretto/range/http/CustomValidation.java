package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.ResourceType;

/** Holds the objects of a defined kind against its schema, and fills in its defaults. */
final class CustomValidation {
  private final List<Cause> causes = new ArrayList<>();

  private CustomValidation() {}

  /** Puts the schema's defaults where an object says nothing. */
  static void complete(ObjectNode object, JsonNode schema) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode inner = property.getValue();
      if (!object.has(property.getKey()) && inner.has("default")) {
        object.set(property.getKey(), inner.get("default").deepCopy());
      }
      if (object.get(property.getKey()) instanceof ObjectNode below) {
        complete(below, inner);
      }
      if (inner.path("items").isObject()) {
        object
            .path(property.getKey())
            .valueStream()
            .filter(ObjectNode.class::isInstance)
            .forEach(element -> complete((ObjectNode) element, inner.path("items")));
      }
    }
  }

  /**
   * Checks an object.
   *
   * @throws ApiProblem 422 with one cause for each broken rule
   */
  static void check(ResourceType type, ObjectNode object, JsonNode schema) {
    CustomValidation validation = new CustomValidation();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!property.getKey().equals("metadata") && object.has(property.getKey())) {
        validation.value(object.get(property.getKey()), property.getValue(), property.getKey());
      }
    }
    validation.required(object, schema, "");
    if (!validation.causes.isEmpty()) {
      throw ApiProblem.invalid(type, object.at("/metadata/name").asText(""), validation.causes);
    }
  }

  private void add(String reason, String message, String field) {
    causes.add(new Cause(reason, message, field));
  }

  private void value(JsonNode value, JsonNode schema, String at) {
    String type = schema.path("type").asText("");
    if (value.isNull() && schema.path("nullable").asBoolean(false)) {
      return;
    }
    if (!schema.path("x-kubernetes-int-or-string").asBoolean(false) && !is(value, type)) {
      add(
          "FieldValueTypeInvalid",
          "Invalid value: \"%1$s\": %2$s in body must be of type %3$s: \"%1$s\""
              .formatted(word(value), at, type),
          at);
      return;
    }
    choice(value, schema, at);
    bounds(value, schema, at);
    if (value.isObject()) {
      fields(value, schema, at);
    }
    for (int i = 0; i < value.size() && value.isArray(); i++) {
      value(value.get(i), schema.path("items"), at + "[" + i + "]");
    }
  }

  private static boolean is(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true;
    };
  }

  private static String word(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case ARRAY -> "array";
      case NULL -> "null";
      default -> "object";
    };
  }

  private void fields(JsonNode value, JsonNode schema, String at) {
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      JsonNode named = schema.path("properties").path(entry.getKey());
      JsonNode inner = named.isMissingNode() ? schema.path("additionalProperties") : named;
      if (inner.isObject()) {
        value(entry.getValue(), inner, at + "." + entry.getKey());
      }
    }
    required(value, schema, at);
  }

  private void required(JsonNode value, JsonNode schema, String at) {
    for (JsonNode field : schema.path("required")) {
      if (!value.has(field.asText())) {
        add(
            "FieldValueRequired",
            "Required value",
            at.isEmpty() ? field.asText() : at + "." + field.asText());
      }
    }
  }

  private void choice(JsonNode value, JsonNode schema, String at) {
    JsonNode choices = schema.path("enum");
    if (!choices.isEmpty() && choices.valueStream().noneMatch(value::equals)) {
      String all = String.join(", ", choices.valueStream().map(JsonNode::toString).toList());
      add(
          "FieldValueNotSupported",
          "Unsupported value: " + value + ": supported values: " + all,
          at);
    }
  }

  private void bounds(JsonNode value, JsonNode schema, String at) {
    if (value.isNumber()
        && schema.has("minimum")
        && value.asDouble() < schema.get("minimum").asDouble()) {
      invalid(value, at, "should be greater than or equal to " + schema.get("minimum"));
    }
    if (value.isNumber()
        && schema.has("maximum")
        && value.asDouble() > schema.get("maximum").asDouble()) {
      invalid(value, at, "should be less than or equal to " + schema.get("maximum"));
    }
    if (value.isTextual() && value.asText().length() < schema.path("minLength").asInt(0)) {
      invalid(value, at, "should be at least " + schema.get("minLength") + " chars long");
    }
    if (value.isTextual()
        && schema.has("maxLength")
        && value.asText().length() > schema.get("maxLength").asInt()) {
      add(
          "FieldValueTooLong",
          "Too long: may not be more than " + schema.get("maxLength") + " bytes",
          at);
    }
    if (value.isTextual()
        && schema.has("pattern")
        && !matches(schema.get("pattern").asText(), value.asText())) {
      invalid(value, at, "should match '" + schema.get("pattern").asText() + "'");
    }
    if (value.isArray() && value.size() < schema.path("minItems").asInt(0)) {
      invalid(value, at, "should have at least " + schema.get("minItems") + " items");
    }
  }

  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException notOurs) {
      return true;
    }
  }

  private void invalid(JsonNode value, String at, String rule) {
    add("FieldValueInvalid", "Invalid value: " + value + ": " + at + " in body " + rule, at);
  }
}
