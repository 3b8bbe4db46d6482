package org.lazaretto.plan;

import java.util.List;

/** What a planner answers. */
public sealed interface PlanResult {
  /** A plan. */
  record Planned(Plan plan) implements PlanResult {}

  /**
   * No plan can be made.
   *
   * @param reasons why, one sentence each
   * @param nothing whether that is because there is nothing to do, which is an answer too
   */
  record CannotPlan(List<String> reasons, boolean nothing) implements PlanResult {
    /** Copies what it is given. */
    public CannotPlan {
      reasons = List.copyOf(reasons);
    }

    /** Something is in the way. */
    public CannotPlan(List<String> reasons) {
      this(reasons, false);
    }
  }
}
