package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The conditions in an object's status: the transition time moves only with the status. */
public final class Conditions {
  private Conditions() {}

  /** One condition's new state. */
  public record Condition(String type, String status, String reason, String message) {
    /** A condition that is true or false. */
    public static Condition of(String type, boolean holds, String reason, String message) {
      return new Condition(type, holds ? "True" : "False", reason, message);
    }

    /** A condition without a reason, as a ready pod has it. */
    public static Condition of(String type, boolean holds) {
      return of(type, holds, "", "");
    }
  }

  /** Sets a condition under {@code status.conditions}. */
  public static void set(ObjectNode root, Condition condition, Instant now) {
    var list = Tree.list(Tree.made(root, "status"), "conditions");
    ObjectNode node =
        Tree.first(list, c -> Tree.text(c, "type").equals(condition.type()))
            .orElseGet(() -> list.addObject().put("type", condition.type()));
    if (!Tree.text(node, "status").equals(condition.status())) {
      node.put("status", condition.status()).put("lastTransitionTime", Tree.time(now));
    }
    word(node, "reason", condition.reason());
    word(node, "message", condition.message());
  }

  private static void word(ObjectNode node, String field, String text) {
    if (text.isEmpty()) {
      node.remove(field);
    } else {
      node.put(field, text);
    }
  }

  /** When a condition changed last, if it is there. */
  public static Optional<Instant> since(JsonNode root, String type) {
    return Tree.first(Tree.at(root, "status", "conditions"), c -> Tree.text(c, "type").equals(type))
        .flatMap(c -> Tree.moment(c, "lastTransitionTime"));
  }

  /** Whether the condition is there and true. */
  public static boolean holds(JsonNode root, String type) {
    return Tree.first(Tree.at(root, "status", "conditions"), c -> Tree.text(c, "type").equals(type))
        .filter(c -> Tree.text(c, "status").equals("True"))
        .isPresent();
  }
}
