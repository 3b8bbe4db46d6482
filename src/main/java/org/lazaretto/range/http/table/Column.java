package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.lazaretto.range.store.Json;

/**
 * One column of a table.
 *
 * @param name its heading, which clients show in capitals
 * @param type {@code string} or {@code integer}
 * @param wide whether it is shown only when asked for
 * @param cell what stands in it
 */
record Column(String name, String type, boolean wide, Cell cell) {
  /** What stands in a column. */
  @FunctionalInterface
  interface Cell {
    JsonNode of(JsonNode object, Instant now);
  }

  static Column text(String name, Function<JsonNode, String> cell) {
    return new Column(name, "string", false, (object, now) -> TextNode.valueOf(cell.apply(object)));
  }

  static Column number(String name, ToIntFunction<JsonNode> cell) {
    return new Column(
        name, "integer", false, (object, now) -> IntNode.valueOf(cell.applyAsInt(object)));
  }

  static Column ofName() {
    return text("Name", object -> object.path("metadata").path("name").asText(""));
  }

  static Column ofAge() {
    return new Column(
        "Age",
        "string",
        false,
        (object, now) ->
            TextNode.valueOf(Ages.since(object.path("metadata").path("creationTimestamp"), now)));
  }

  /** The same, shown only when asked for. */
  Column wideOnly() {
    return new Column(name, type, true, cell);
  }

  ObjectNode definition() {
    ObjectNode definition = Json.object().put("name", name).put("type", type);
    definition.put("format", name.equals("Name") ? "name" : "");
    return definition.put("description", name).put("priority", wide ? 1 : 0);
  }
}
