package org.lazaretto.model;

/**
 * A toleration of a pod, with the meaning of Kubernetes' "Taints and Tolerations" page.
 *
 * @param key the taint's key; empty with {@code Exists} tolerates every key
 * @param operator {@code Equal} or {@code Exists}
 * @param value compared under {@code Equal}
 * @param effect the effect; empty tolerates every effect
 */
public record Toleration(String key, String operator, String value, String effect) {
  /** Whether this toleration covers the taint. */
  public boolean tolerates(Taint taint) {
    if (!effect.isEmpty() && !effect.equals(taint.effect())) {
      return false;
    }
    if (operator.equals("Exists")) {
      return key.isEmpty() || key.equals(taint.key());
    }
    return key.equals(taint.key()) && value.equals(taint.value());
  }
}
