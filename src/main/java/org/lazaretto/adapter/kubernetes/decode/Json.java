package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads values off a JSON stream. A value of another type than expected reads as empty, zero or
 * false: one odd field must not end a watch. Broken JSON does throw. Every method expects the
 * parser on the first token of a value and leaves it on the value's last token.
 */
public final class Json {
  /** Makes parsers; a flood of odd field names slows them down instead of stopping them. */
  public static final ObjectMapper MAPPER = new ObjectMapper(factory());

  private Json() {}

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .build();
  }

  /** Hears the fields of an object. */
  @FunctionalInterface
  public interface Fields {
    /** Reads or skips the value of one field. */
    void field(String name, JsonParser value) throws IOException;
  }

  /** Hears the items of an array. */
  @FunctionalInterface
  public interface Items {
    /** Reads or skips one item. */
    void item(JsonParser value) throws IOException;
  }

  /** Reads an object; anything else is skipped. */
  public static void object(JsonParser p, Fields fields) throws IOException {
    if (p.currentToken() != JsonToken.START_OBJECT) {
      p.skipChildren();
      return;
    }
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String name = p.currentName();
      p.nextToken();
      fields.field(name, p);
    }
  }

  /** Reads an array; anything else is skipped. */
  public static void array(JsonParser p, Items items) throws IOException {
    if (p.currentToken() != JsonToken.START_ARRAY) {
      p.skipChildren();
      return;
    }
    while (p.nextToken() != JsonToken.END_ARRAY) {
      items.item(p);
    }
  }

  /** A text or number as text; empty for anything else. */
  public static String text(JsonParser p) throws IOException {
    JsonToken token = p.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      return p.getText();
    }
    p.skipChildren();
    return "";
  }

  /** True only for {@code true}. */
  public static boolean flag(JsonParser p) throws IOException {
    p.skipChildren();
    return p.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** A whole number within {@code int}; 0 for anything else. */
  public static int whole(JsonParser p) throws IOException {
    if (p.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      p.skipChildren();
      return 0;
    }
    String digits = p.getText();
    return digits.length() > 18 ? 0 : Math.clamp(Long.parseLong(digits), 0, Integer.MAX_VALUE);
  }

  /** An object of texts. */
  static Map<String, String> texts(JsonParser p, Shared shared) throws IOException {
    Map<String, String> map = new HashMap<>();
    object(p, (name, value) -> map.put(shared.one(name), shared.one(text(value))));
    return shared.one(Map.copyOf(map));
  }

  /** A time as the API writes it. */
  static Optional<Instant> time(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** A text or number of a tree; empty for anything else. */
  public static String text(JsonNode node) {
    return node.isTextual() || node.isNumber() ? node.asText("") : "";
  }

  /** A whole number of a tree, the default for anything else. */
  static int whole(JsonNode node, int otherwise) {
    return node.isInt() ? node.intValue() : otherwise;
  }

  /** The texts in an array of a tree, empty ones too; other items are left out. */
  static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node) {
      if (item.isTextual()) {
        texts.add(item.textValue());
      }
    }
    return List.copyOf(texts);
  }

  /** An object of texts of a tree. */
  static Map<String, String> texts(JsonNode node, Shared shared) {
    Map<String, String> map = new HashMap<>();
    node.properties().forEach(e -> map.put(shared.one(e.getKey()), shared.one(text(e.getValue()))));
    return shared.one(Map.copyOf(map));
  }
}
