package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.execute.Preflight.Answer;
import org.lazaretto.execute.Preflight.Right;
import org.lazaretto.model.Permission;

/**
 * What the caller may do, by what it is needed for: observing, and each wizard.
 *
 * @param rows the rights that each of them needs, with the server's answer; in a fixed order
 */
public record PermissionMatrix(Map<String, List<Right>> rows) {
  /** Copies what it is given. */
  public PermissionMatrix {
    Map<String, List<Right>> copy = new LinkedHashMap<>();
    rows.forEach((purpose, rights) -> copy.put(purpose, List.copyOf(rights)));
    rows = java.util.Collections.unmodifiableMap(copy);
  }

  /** Whether everything is allowed. */
  public boolean complete() {
    return rows.values().stream()
        .flatMap(List::stream)
        .allMatch(right -> right.answer() instanceof Answer.Allowed);
  }

  /** The rights that are denied, each once. */
  public List<Permission> denied() {
    return rows.values().stream()
        .flatMap(List::stream)
        .filter(right -> right.answer() instanceof Answer.Denied)
        .map(Right::permission)
        .distinct()
        .toList();
  }

  /** One word about a purpose: {@code allowed}, else how much is denied or cannot be told. */
  public String verdict(String purpose) {
    List<Right> rights = rows.getOrDefault(purpose, List.of());
    long denied = rights.stream().filter(r -> r.answer() instanceof Answer.Denied).count();
    long untold = rights.stream().filter(r -> r.answer() instanceof Answer.CannotTell).count();
    List<String> parts = new ArrayList<>();
    if (denied > 0) {
      parts.add(denied + " denied");
    }
    if (untold > 0) {
      parts.add(untold + " cannot be told");
    }
    return parts.isEmpty() ? "allowed" : String.join(", ", parts);
  }
}
