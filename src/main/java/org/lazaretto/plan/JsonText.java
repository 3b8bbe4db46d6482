package org.lazaretto.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lazaretto.model.LabelSelector;

/** JSON texts of small values, always the same text for the same value. */
public final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** Whether both are the same value. */
  public static boolean same(String one, String other) {
    return read(one).equals(read(other));
  }

  /** Whether a list has an entry with all members of the item. */
  public static boolean contains(String list, String item) {
    JsonNode wanted = read(item);
    for (JsonNode each : read(list)) {
      boolean all =
          wanted.properties().stream()
              .allMatch(member -> member.getValue().equals(each.path(member.getKey())));
      if (all) {
        return true;
      }
    }
    return false;
  }

  /** The tree of a JSON text; a missing node if it is none. */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** The text that a JSON text is of; empty if it is of something else. */
  public static String unquoted(String json) {
    return read(json).asText("");
  }

  /** A text. */
  public static String of(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  /** An object of texts, by key. */
  public static String of(Map<String, String> pairs) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(pairs).forEach(node::put);
    return node.toString();
  }

  /** The requirements of a selector as the API writes them; empty if there are none. */
  public static Optional<String> of(List<LabelSelector.Expression> expressions) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (LabelSelector.Expression expression : expressions) {
      ObjectNode node = list.addObject();
      node.put("key", expression.key()).put("operator", expression.operator());
      if (!expression.values().isEmpty()) {
        ArrayNode values = node.putArray("values");
        expression.values().forEach(values::add);
      }
    }
    return list.isEmpty() ? Optional.empty() : Optional.of(list.toString());
  }
}
