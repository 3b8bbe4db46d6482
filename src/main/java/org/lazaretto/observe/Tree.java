package org.lazaretto.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.port.PortException;

/** Reads values off a tree of JSON. A value of another type than expected reads as empty. */
final class Tree {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Tree() {}

  /**
   * The tree of an answer.
   *
   * @param what the answer is about, for a person
   */
  static JsonNode of(byte[] bytes, String what) throws PortException {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException notJson) {
      throw new PortException(PortException.Kind.SERVER_ERROR, what + " not JSON");
    } catch (IOException impossible) {
      throw new IllegalStateException("reading an array of bytes failed", impossible);
    }
  }

  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isNumber() ? value.asText("") : "";
  }

  static boolean flag(JsonNode node, String field) {
    return node.path(field).asBoolean(false);
  }

  static Optional<Instant> time(JsonNode node, String field) {
    return time(text(node, field));
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), text(node, entry.getKey())));
    return texts;
  }

  static List<String> list(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText("")));
    return texts;
  }

  static List<Condition> conditions(JsonNode status) {
    List<Condition> conditions = new ArrayList<>();
    for (JsonNode condition : status.path("conditions")) {
      conditions.add(
          new Condition(
              text(condition, "type"),
              text(condition, "status"),
              text(condition, "reason"),
              text(condition, "message"),
              time(condition, "lastTransitionTime")));
    }
    return conditions;
  }
}
