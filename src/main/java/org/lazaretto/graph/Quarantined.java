package org.lazaretto.graph;

import java.util.Set;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;

/**
 * What its labels and taints say is in quarantine: those of our own steps, and those that the
 * playbooks use ({@code EKS-ISOLATE} labels the node {@code status=quarantine}, {@code GKE-CONTAIN}
 * the pod {@code quarantine=true}). It says what was put on the object, not that nothing reaches
 * it.
 */
public final class Quarantined {
  private static final String OWN = "lazaretto.org/quarantine";
  private static final Set<String> KEYS = Set.of(OWN, "quarantine");

  private Quarantined() {}

  /** Whether a label says so of the pod. */
  public static boolean is(Pod pod) {
    return !pod.labels().getOrDefault(OWN, "").isEmpty()
        || pod.labels().getOrDefault("quarantine", "").equals("true");
  }

  /** Whether a label or a taint says so of the node. */
  public static boolean is(Node node) {
    return node.labels().getOrDefault("status", "").equals("quarantine")
        || !node.labels().getOrDefault(OWN, "").isEmpty()
        || node.taints().stream()
            .anyMatch(taint -> KEYS.contains(taint.key()) || taint.value().equals("quarantine"));
  }
}
