package org.lazaretto.model;

import java.util.OptionalLong;

/**
 * A toleration of a pod, with the meaning of Kubernetes' "Taints and Tolerations" page.
 *
 * @param key the taint's key; empty with {@code Exists} tolerates every key
 * @param operator {@code Equal} or {@code Exists}
 * @param value compared under {@code Equal}
 * @param effect the effect; empty tolerates every effect
 * @param seconds how long a {@code NoExecute} taint is stood; empty is for ever
 */
public record Toleration(
    String key, String operator, String value, String effect, OptionalLong seconds) {
  /** A toleration without end. */
  public Toleration(String key, String operator, String value, String effect) {
    this(key, operator, value, effect, OptionalLong.empty());
  }

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
