package org.lazaretto.session;

import java.util.List;
import java.util.Map;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;
import org.lazaretto.plan.Wizard;

/**
 * What a person asks a wizard for, in the names that a person knows.
 *
 * @param suspects {@code namespace/pod}
 * @param nodes node names; empty means the suspects' nodes
 * @param method how clean workloads are moved
 * @param perWorkload other methods, keyed by {@code namespace/Kind/name}
 * @param decisions what happens to pods that need a named decision
 */
public record PlanWish(
    Wizard wizard,
    List<String> suspects,
    List<String> nodes,
    Request.Method method,
    Map<String, Request.Method> perWorkload,
    Request.Decisions decisions) {
  /** Copies what it is given. */
  public PlanWish {
    suspects = List.copyOf(suspects);
    nodes = List.copyOf(nodes);
    perWorkload = Map.copyOf(perWorkload);
  }

  /** A wish without the options of an evacuation. */
  public static PlanWish of(Wizard wizard, List<String> suspects, List<String> nodes) {
    return new PlanWish(wizard, suspects, nodes, Usual.METHOD, Map.of(), Usual.DECISIONS);
  }
}
