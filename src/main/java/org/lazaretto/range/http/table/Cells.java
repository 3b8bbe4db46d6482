package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Cells that several kinds have. */
final class Cells {
  static final String NONE = "<none>";

  private Cells() {}

  /** The text at a path, or a word where there is none. */
  static Function<JsonNode, String> text(String pointer, String otherwise) {
    return object -> {
      String value = object.at(pointer).asText("");
      return value.isEmpty() ? otherwise : value;
    };
  }

  static int number(JsonNode object, String pointer) {
    return object.at(pointer).asInt(0);
  }

  static String joined(JsonNode list, Function<JsonNode, String> word) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(word)
        .collect(Collectors.joining(","));
  }

  static String orNone(String value) {
    return value.isEmpty() ? NONE : value;
  }

  static String labels(JsonNode map) {
    return orNone(
        map.properties().stream()
            .map(e -> e.getKey() + "=" + e.getValue().asText())
            .sorted()
            .collect(Collectors.joining(",")));
  }

  /** A LabelSelector object as kubectl shows it. */
  static String selector(JsonNode selector) {
    String equalities = labels(selector.path("matchLabels"));
    String others = joined(selector.path("matchExpressions"), Cells::expression);
    if (others.isEmpty()) {
      return equalities;
    }
    return equalities.equals(NONE) ? others : equalities + "," + others;
  }

  private static String expression(JsonNode e) {
    String key = e.path("key").asText();
    String values = joined(e.path("values"), JsonNode::asText);
    return switch (e.path("operator").asText()) {
      case "In" -> key + " in (" + values + ")";
      case "NotIn" -> key + " notin (" + values + ")";
      case "DoesNotExist" -> "!" + key;
      default -> key;
    };
  }

  /** Containers and images of a pod template, shown when asked for. */
  static List<Column> containers(String pointer) {
    return List.of(
        Column.text("Containers", o -> joined(o.at(pointer), c -> c.path("name").asText("")))
            .wideOnly(),
        Column.text("Images", o -> joined(o.at(pointer), c -> c.path("image").asText("")))
            .wideOnly());
  }

  static Column selectorAt(String pointer) {
    return Column.text("Selector", o -> selector(o.at(pointer))).wideOnly();
  }
}
