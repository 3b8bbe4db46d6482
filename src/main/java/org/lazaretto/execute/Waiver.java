package org.lazaretto.execute;

import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Plan;

/**
 * A responder's written reason for going on against a stop or without a capture.
 *
 * @param about which one, of which objects
 * @param reason why, for the report
 */
public record Waiver(Subject about, String reason) {
  /** For that id of these objects. */
  public Waiver(String id, List<ObjectRef> objects, String reason) {
    this(new Subject(id, objects), reason);
  }

  /** A finding's id, or a guard's. */
  public String id() {
    return about.id();
  }

  /**
   * One reason for everything that a plan shows under an id, and for nothing that it does not show:
   * one waiver for each finding, or one for all pods whose evidence of a class its steps destroy.
   */
  public static List<Waiver> shownBy(Plan plan, String id, String reason) {
    List<Waiver> shown =
        plan.findings().stream()
            .filter(finding -> finding.id().equals(id) && finding.waivable())
            .map(Subject::of)
            .distinct()
            .map(subject -> new Waiver(subject, reason))
            .toList();
    return shown.isEmpty() ? List.of(new Waiver(id, destroyed(plan, id), reason)) : shown;
  }

  private static List<ObjectRef> destroyed(Plan plan, String guard) {
    return OrderGuard.destroyed(plan, guard).stream().map(PodRef::object).toList();
  }
}
