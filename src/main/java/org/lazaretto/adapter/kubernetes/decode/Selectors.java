package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lazaretto.model.LabelSelector;

/** Reads label selectors. */
final class Selectors {
  /** An absent selector chooses nothing, an empty one everything, says the API. */
  private static final LabelSelector NOTHING =
      new LabelSelector(Map.of(), List.of(new LabelSelector.Expression("", "In", List.of())));

  private Selectors() {}

  static LabelSelector read(JsonNode node, Shared shared) {
    if (!node.isObject()) {
      return NOTHING;
    }
    List<LabelSelector.Expression> expressions = new ArrayList<>();
    for (JsonNode expression : node.path("matchExpressions")) {
      List<String> values = new ArrayList<>();
      expression.path("values").forEach(value -> values.add(Json.text(value)));
      expressions.add(
          new LabelSelector.Expression(
              Json.text(expression.path("key")), Json.text(expression.path("operator")), values));
    }
    return shared.one(new LabelSelector(Json.texts(node.path("matchLabels"), shared), expressions));
  }
}
