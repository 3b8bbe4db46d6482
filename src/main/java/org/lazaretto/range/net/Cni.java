package org.lazaretto.range.net;

import java.util.Arrays;
import java.util.Optional;

/** How network policies are enforced, as far as it makes a difference. */
public enum Cni {
  /**
   * Amazon's: pods without an owner and pods on Fargate or Windows are left out, and a connection
   * that stands survives a new policy.
   */
  VPC_CNI("vpc-cni"),

  /** Calico: every pod but those on the host's network, and a connection that stands is cut. */
  CALICO("calico");

  private final String word;

  Cni(String word) {
    this.word = word;
  }

  /** As scenarios and the command line write it. */
  public String word() {
    return word;
  }

  /** Reads the word. */
  public static Optional<Cni> of(String word) {
    return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
  }
}
