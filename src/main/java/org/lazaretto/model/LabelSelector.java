package org.lazaretto.model;

import java.util.List;
import java.util.Map;

/**
 * A label selector as the API has it.
 *
 * @param matchLabels pairs that must be there
 * @param expressions further requirements, all of which must hold
 */
public record LabelSelector(Map<String, String> matchLabels, List<Expression> expressions) {
  /** Copies what it is given. */
  public LabelSelector {
    matchLabels = Map.copyOf(matchLabels);
    expressions = List.copyOf(expressions);
  }

  /** A selector of pairs only. */
  public static LabelSelector of(Map<String, String> matchLabels) {
    return new LabelSelector(matchLabels, List.of());
  }

  /** Whether the labels satisfy every requirement; an empty selector matches everything. */
  public boolean matches(Map<String, String> labels) {
    return labels.entrySet().containsAll(matchLabels.entrySet())
        && expressions.stream().allMatch(e -> e.matches(labels));
  }

  /**
   * One requirement.
   *
   * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
   */
  public record Expression(String key, String operator, List<String> values) {
    /** Copies what it is given. */
    public Expression {
      values = List.copyOf(values);
    }

    boolean matches(Map<String, String> labels) {
      String value = labels.getOrDefault(key, "");
      boolean there = labels.containsKey(key);
      return switch (operator) {
        case "In" -> there && values.contains(value);
        case "NotIn" -> !there || !values.contains(value);
        case "Exists" -> there;
        case "DoesNotExist" -> !there;
        default -> false;
      };
    }
  }
}
