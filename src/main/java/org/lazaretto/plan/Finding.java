package org.lazaretto.plan;

import java.util.List;
import org.lazaretto.model.ObjectRef;

/**
 * A consequence that a plan will have, computed from the live state.
 *
 * @param id the stable id, such as {@code T-18}
 * @param severity whether it informs, warns, or holds the plan until it is waived
 * @param objects the objects it is about
 * @param steps the steps that cause it; empty if it concerns the whole plan
 * @param text what will happen, and how it was computed
 * @param instead what to do instead
 */
public record Finding(
    String id,
    Severity severity,
    List<ObjectRef> objects,
    List<StepId> steps,
    String text,
    String instead) {
  /** Copies what it is given. */
  public Finding {
    objects = List.copyOf(objects);
    steps = List.copyOf(steps);
  }

  /** Whether a written waiver lets the plan go on against it. */
  public boolean waivable() {
    return severity == Severity.STOP
        && !id.equals("T-08")
        && !id.equals("T-42")
        && !id.equals("T-43");
  }

  /** How much a finding holds, the gravest last. */
  public enum Severity {
    INFORM,
    WARN,
    STOP;

    /** The word in plans and journals. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
