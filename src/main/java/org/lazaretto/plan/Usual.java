package org.lazaretto.plan;

import java.util.List;
import java.util.Map;
import org.lazaretto.model.PodRef;

/**
 * What each wizard is asked for unless a person chooses otherwise. The command line and the window
 * both start from here, so that they make the same plan of the same suspects.
 */
public final class Usual {
  /** How clean workloads leave. */
  public static final Request.Method METHOD = Request.Method.EVICT;

  /** What becomes of pods that lose something when they move. */
  public static final Request.Decisions DECISIONS = Request.Decisions.KEEP_ALL;

  /** What a cordon is made safe with. */
  public static final Protection PROTECTION = Protection.USUAL;

  /** How suspects are shut off. */
  public static final Isolation ISOLATION = Isolation.USUAL;

  /** How suspects are ended. */
  public static final Disposal DISPOSAL = Disposal.ORPHAN;

  /** Whether service accounts lose what roles give them. */
  public static final boolean BINDINGS = true;

  /** Whether the Secrets that hold their tokens are deleted. */
  public static final boolean TOKENS = true;

  private Usual() {}

  /**
   * The request.
   *
   * @param quarantine the value of the label that isolates
   */
  public static Request request(Wizard wizard, List<PodRef> suspects, String quarantine) {
    return switch (wizard) {
      case FREEZE -> new Request.Freeze(suspects);
      case CORDON -> new Request.Cordon(suspects, List.of(), PROTECTION);
      case ISOLATE -> new Request.Isolate(suspects, quarantine, ISOLATION);
      case CREDENTIALS -> new Request.Credentials(suspects, BINDINGS, TOKENS);
      case EVACUATE -> new Request.Evacuate(suspects, List.of(), METHOD, Map.of(), DECISIONS);
      case DISPOSE -> new Request.Dispose(suspects, DISPOSAL);
      case RECOVER -> new Request.Recover(suspects, "", List.of());
    };
  }
}
