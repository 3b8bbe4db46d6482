package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simple JSON path, as printer columns have them: fields, indices, filters by one field. */
record Steps(List<UnaryOperator<JsonNode>> steps) {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.([A-Za-z0-9_-]+)|\\['([^']+)'\\]|\\[(\\d+)\\]|\\[\\?\\(@\\.([A-Za-z0-9_]+)==[\"']([^\"']*)[\"']\\)\\]");

  static Steps of(String path) {
    List<UnaryOperator<JsonNode>> steps = new ArrayList<>();
    Matcher each = STEP.matcher(path);
    while (each.find()) {
      steps.add(step(each));
    }
    return new Steps(steps);
  }

  private static UnaryOperator<JsonNode> step(Matcher each) {
    String field = each.group(1) == null ? each.group(2) : each.group(1);
    if (field != null) {
      return node -> node.path(field);
    }
    if (each.group(3) != null) {
      int index = Integer.parseInt(each.group(3));
      return node -> node.path(index);
    }
    String name = each.group(4);
    String value = each.group(5);
    return node ->
        node.valueStream()
            .filter(element -> element.path(name).asText("").equals(value))
            .findFirst()
            .orElse(MissingNode.getInstance());
  }

  JsonNode in(JsonNode object) {
    JsonNode here = object;
    for (UnaryOperator<JsonNode> step : steps) {
      here = step.apply(here);
    }
    return here;
  }
}
