package org.lazaretto.range.net;

import java.time.Duration;

/**
 * A cluster's network as it is built.
 *
 * @param cni how its policies are enforced
 * @param outside what answers beyond it
 * @param policyDelay how long a policy, a label or a new pod takes until it counts for policies;
 *     not negative
 */
public record Wiring(Cni cni, Outside outside, Duration policyDelay) {
  /** Checks the delay. */
  public Wiring {
    if (policyDelay.isNegative()) {
      throw new IllegalArgumentException("a delay is not negative: " + policyDelay);
    }
  }

  /** One whose policies count at once. */
  public Wiring(Cni cni, Outside outside) {
    this(cni, outside, Duration.ZERO);
  }

  /** As on EKS, with nobody outside. */
  public static Wiring usual() {
    return new Wiring(Cni.VPC_CNI, Outside.silent());
  }

  /** The same with another CNI. */
  public Wiring under(Cni other) {
    return new Wiring(other, outside, policyDelay);
  }
}
