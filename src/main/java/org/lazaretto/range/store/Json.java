package org.lazaretto.range.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON trees as the practice world handles them. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** A new empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Reads what this program wrote itself.
   *
   * @throws UncheckedIOException if it is not a JSON object after all
   */
  public static ObjectNode object(byte[] utf8) {
    try {
      return (ObjectNode) MAPPER.readTree(utf8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Reads what came from outside.
   *
   * @throws JsonProcessingException if it is not JSON, saying where
   * @throws IOException if it cannot be decoded
   */
  public static JsonNode parse(byte[] bytes) throws IOException {
    return MAPPER.readTree(bytes);
  }

  /** Writes a tree as UTF-8. */
  public static byte[] bytes(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The text of a field, if the tree is an object that has it as text. */
  public static Optional<String> text(JsonNode tree, String field) {
    JsonNode value = tree.path(field);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  /** The object at a field, which is put there if there is none. */
  public static ObjectNode child(ObjectNode tree, String field) {
    return tree.get(field) instanceof ObjectNode there ? there : tree.putObject(field);
  }

  /** Whether two trees say the same: fields in any order, numbers by value and not by width. */
  public static boolean same(JsonNode one, JsonNode other) {
    return one.equals(Json::compare, other);
  }

  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }
}
