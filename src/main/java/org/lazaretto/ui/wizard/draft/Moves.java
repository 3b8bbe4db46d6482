package org.lazaretto.ui.wizard.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.plan.Request.Decisions;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.Usual;

/**
 * How clean applications leave a node.
 *
 * @param method unless a workload is named below
 * @param perWorkload other methods, by {@code namespace/Kind/name}
 * @param decisions what happens to pods that lose something when they move
 */
public record Moves(Method method, Map<String, Method> perWorkload, Decisions decisions) {
  /** Evict; what is doubtful stays. */
  public static final Moves USUAL = new Moves(Usual.METHOD, Map.of(), Usual.DECISIONS);

  /** Copies what it is given. */
  public Moves {
    perWorkload = Map.copyOf(perWorkload);
  }

  /** The same, all by that method. */
  public Moves by(Method other) {
    return new Moves(other, Map.of(), decisions);
  }

  /** The same with another method for one workload; without one it moves as the others do. */
  public Moves by(String workload, Optional<Method> other) {
    Map<String, Method> changed = new LinkedHashMap<>(perWorkload);
    changed.remove(workload);
    other.ifPresent(chosen -> changed.put(workload, chosen));
    return new Moves(method, changed, decisions);
  }

  /** The same decided otherwise. */
  public Moves decided(Decisions other) {
    return new Moves(method, perWorkload, other);
  }
}
