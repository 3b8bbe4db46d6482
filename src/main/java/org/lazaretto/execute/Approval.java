package org.lazaretto.execute;

import java.util.List;

/** Leave to carry out exactly one plan on one cluster; only an {@link Approver} grants it. */
public final class Approval {
  private final String fingerprint;
  private final List<Waiver> waivers;

  Approval(String fingerprint, List<Waiver> waivers) {
    this.fingerprint = fingerprint;
    this.waivers = List.copyOf(waivers);
  }

  /** What exactly was approved. */
  public String fingerprint() {
    return fingerprint;
  }

  /** What was waived, with its reasons. */
  public List<Waiver> waivers() {
    return waivers;
  }
}
