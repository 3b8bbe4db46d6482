package org.lazaretto.plan.order;

import java.util.Locale;

/** What decides about the order. */
public enum Question {
  /** Exfiltration, encryption, lateral movement, live cloud keys. */
  HARM("Is harm going on now?"),
  /** A notice to end, an auto-repair countdown, an expiry. */
  CLOCK("Is the node's life left shorter than a memory capture?"),
  /** Whether anything can be captured from the node at all. */
  REACH("Can the node be reached for capture?"),
  /** Then measures that end at the pod are skipped. */
  HOST("Is the host suspected, or the pod static?");

  private final String asked;

  Question(String asked) {
    this.asked = asked;
  }

  /** The question as it is asked. */
  public String asked() {
    return asked;
  }

  /** The word on the command line and in journals. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
