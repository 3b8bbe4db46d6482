package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which labels an object must have: all of the requirements.
 *
 * @param requirements none means that any object is selected
 * @param nothing selects no object at all
 */
public record LabelSelector(List<Requirement> requirements, boolean nothing) {
  private static final LabelSelector EVERYTHING = new LabelSelector(List.of(), false);
  private static final LabelSelector NOTHING = new LabelSelector(List.of(), true);

  /** Copies what it holds. */
  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  /** What is asked of a label. */
  public enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST,
    GREATER,
    LESS
  }

  /**
   * One condition.
   *
   * @param key the label
   * @param operator what is asked
   * @param values to compare with; empty for existence
   */
  public record Requirement(String key, Operator operator, Set<String> values) {
    boolean holds(Map<String, String> labels) {
      @Nullable String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
        case GREATER -> number(value).filter(n -> n > bound()).isPresent();
        case LESS -> number(value).filter(n -> n < bound()).isPresent();
      };
    }

    private long bound() {
      return Long.parseLong(values.iterator().next());
    }

    private static Optional<Long> number(@Nullable String value) {
      return Optional.ofNullable(value).filter(v -> v.matches("-?\\d{1,18}")).map(Long::valueOf);
    }
  }

  /** Selects any object. */
  public static LabelSelector everything() {
    return EVERYTHING;
  }

  /** Selects no object. */
  public static LabelSelector nothingAtAll() {
    return NOTHING;
  }

  /**
   * Reads the form of a query, as in {@code app=shop,tier in (web,api),!canary}.
   *
   * @throws ApiProblem 400 in the words of a real server if it cannot be read
   */
  public static LabelSelector parse(String query) {
    return new LabelSelector(new LabelSelectorParser(query).requirements(), false);
  }

  /** Reads a plain map of labels, as a Service has it; an empty one selects nothing. */
  public static LabelSelector ofMap(JsonNode map) {
    List<Requirement> all = equalities(map);
    return all.isEmpty() ? NOTHING : new LabelSelector(all, false);
  }

  /**
   * Reads a {@code LabelSelector} object; an empty one selects everything, a missing one nothing.
   */
  public static LabelSelector of(JsonNode selector) {
    if (!selector.isObject()) {
      return NOTHING;
    }
    List<Requirement> all = new ArrayList<>(equalities(selector.path("matchLabels")));
    for (JsonNode expression : selector.path("matchExpressions")) {
      Optional<Operator> operator = operator(expression.path("operator").asText(""));
      if (operator.isEmpty()) {
        return NOTHING;
      }
      Set<String> values = new LinkedHashSet<>();
      expression.path("values").forEach(value -> values.add(value.asText()));
      all.add(new Requirement(expression.path("key").asText(""), operator.get(), values));
    }
    return new LabelSelector(all, false);
  }

  private static List<Requirement> equalities(JsonNode map) {
    return map.properties().stream()
        .map(e -> new Requirement(e.getKey(), Operator.IN, Set.of(e.getValue().asText())))
        .toList();
  }

  private static Optional<Operator> operator(String word) {
    return switch (word) {
      case "In" -> Optional.of(Operator.IN);
      case "NotIn" -> Optional.of(Operator.NOT_IN);
      case "Exists" -> Optional.of(Operator.EXISTS);
      case "DoesNotExist" -> Optional.of(Operator.DOES_NOT_EXIST);
      case "Gt" -> Optional.of(Operator.GREATER);
      case "Lt" -> Optional.of(Operator.LESS);
      default -> Optional.empty();
    };
  }

  /** Whether these labels are selected. */
  public boolean matches(Map<String, String> labels) {
    return !nothing && requirements.stream().allMatch(r -> r.holds(labels));
  }
}
