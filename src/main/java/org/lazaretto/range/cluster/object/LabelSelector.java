package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A selector as workloads, budgets and services carry it. An absent one selects nothing, an empty
 * one everything.
 */
public record LabelSelector(
    boolean present, Map<String, String> equal, List<Expression> expressions) {
  /** One set-based requirement; the operator is the API's word. */
  public record Expression(String key, String operator, List<String> values) {
    /** Copies the values. */
    public Expression {
      values = List.copyOf(values);
    }

    /** Whether these labels meet it. */
    public boolean fits(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        case "DoesNotExist" -> value == null;
        case "Gt" -> value != null && Long.parseLong(value) > Long.parseLong(values.getFirst());
        case "Lt" -> value != null && Long.parseLong(value) < Long.parseLong(values.getFirst());
        default -> false;
      };
    }
  }

  /** Copies its parts. */
  public LabelSelector {
    equal = Map.copyOf(equal);
    expressions = List.copyOf(expressions);
  }

  /** Reads {@code spec.selector} of a workload or a budget. */
  public static LabelSelector of(JsonNode selector) {
    List<Expression> expressions = expressions(selector.path("matchExpressions"));
    return new LabelSelector(
        selector.isObject(), Tree.texts(selector.path("matchLabels")), expressions);
  }

  /** Reads {@code spec.selector} of a service: a plain map, which selects nothing when empty. */
  public static LabelSelector ofService(JsonNode selector) {
    return new LabelSelector(!selector.isEmpty(), Tree.texts(selector), List.of());
  }

  /** Reads requirements as node affinity and label selectors write them. */
  public static List<Expression> expressions(JsonNode list) {
    List<Expression> expressions = new ArrayList<>();
    for (JsonNode each : list) {
      List<String> values = new ArrayList<>();
      each.path("values").forEach(v -> values.add(v.asText()));
      expressions.add(new Expression(Tree.text(each, "key"), Tree.text(each, "operator"), values));
    }
    return expressions;
  }

  /** Whether these labels are selected. */
  public boolean selects(Map<String, String> labels) {
    return present
        && equal.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())))
        && expressions.stream().allMatch(e -> e.fits(labels));
  }

  /** As {@code kubectl} and a workload's scale write it. */
  public String written() {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(equal).forEach((key, value) -> parts.add(key + "=" + value));
    for (Expression e : expressions) {
      parts.add(
          switch (e.operator()) {
            case "Exists" -> e.key();
            case "DoesNotExist" -> "!" + e.key();
            case "NotIn" ->
                e.key() + " notin (" + String.join(",", new TreeSet<>(e.values())) + ")";
            default -> e.key() + " in (" + String.join(",", new TreeSet<>(e.values())) + ")";
          });
    }
    return String.join(",", parts);
  }
}
