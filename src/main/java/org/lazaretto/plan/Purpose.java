package org.lazaretto.plan;

import java.util.Locale;

/** What an edit of fields is for. */
public enum Purpose {
  /** The suspect carries the case's own label, which the case's policy chooses. */
  QUARANTINE_POD,
  /** Another policy no longer chooses what carries the case's label (T-06). */
  EXCEPT_FROM_POLICY,
  /** The suspect loses labels that services choose by, and that its owner does not. */
  LEAVE_SERVICES,
  /** The suspect loses labels that its owner chooses by, too: it is orphaned (T-10). */
  STRIP_LABELS,
  /** A service chooses no pod at all any more. */
  CLOSE_SERVICE,
  /** The node carries a label that says what is going on. */
  QUARANTINE_NODE,
  /** An autoscaler leaves the node alone (T-23). */
  HOLD_NODE,
  /** Whoever holds the node's credentials can uncordon it, but not remove a taint (T-47). */
  TAINT_NODE,
  /** The suspect stands a taint that is to drive everything else away (T-17). */
  TOLERATE,
  /** Everything that does not tolerate it is deleted, budgets or not (T-17). */
  EXPEL,
  /** A binding no longer names a suspect's service account. */
  UNBIND,
  /** The node takes pods again. */
  UNCORDON,
  /** A field gets back the value that it had before. */
  RESTORE;

  /** The word in plans and journals. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
