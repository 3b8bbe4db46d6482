package org.lazaretto.ui.journal;

import java.util.Locale;
import org.lazaretto.ui.fx.Texts;

/** What sort of thing a row tells of; rows are filtered by it. */
public enum RowKind {
  MARK,
  FREEZE,
  PLAN,
  CORDON,
  EVICT,
  RESTART,
  PROVE,
  STEP,
  HELD,
  NOTE,
  EVIDENCE,
  GAP,
  REPORT,
  CASE;

  /** The word that the table shows. */
  public String word() {
    return Texts.of("journal.kind." + name().toLowerCase(Locale.ROOT));
  }

  /** The kind of a step with that action, as plans and journals name it. */
  static RowKind ofAction(String action) {
    return switch (action) {
      case "keep-response" -> FREEZE;
      case "cordon-node" -> CORDON;
      case "evict-pod" -> EVICT;
      case "restart-rollout" -> RESTART;
      case "prove-nothing-new" -> PROVE;
      default -> STEP;
    };
  }
}
