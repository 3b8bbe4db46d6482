package org.lazaretto.plan;

import java.util.Locale;

/**
 * What a cordon is made safe with.
 *
 * @param label whether the node is labelled {@code status=quarantine}
 * @param holds whether autoscalers are told to leave the node alone (T-23)
 * @param taint when a taint keeps pods off that a stolen kubelet credential cannot remove (T-47)
 */
public record Protection(boolean label, boolean holds, Taint taint) {
  /** The key of the label. */
  public static final String LABEL = "status";

  /** The value of the label. */
  public static final String LABELLED = "quarantine";

  /** Nothing but the cordon itself. */
  public static final Protection NONE = new Protection(false, false, Taint.NEVER);

  /** Everything, the taint where the host is suspected. */
  public static final Protection USUAL = new Protection(true, true, Taint.SUSPECTED);

  /** When a node is tainted. */
  public enum Taint {
    ALWAYS,
    /** Where a suspect may have its host, see {@link HostSuspicion}. */
    SUSPECTED,
    NEVER;

    /** The word on the command line and in plans. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As on the command line. */
    @Override
    public String toString() {
      return word();
    }
  }
}
