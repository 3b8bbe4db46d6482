package org.lazaretto.plan;

import java.util.List;

/** What a planner answers. */
public sealed interface PlanResult {
  /** A plan. */
  record Planned(Plan plan) implements PlanResult {}

  /** No plan can be made; why, one sentence each. */
  record CannotPlan(List<String> reasons) implements PlanResult {
    /** Copies what it is given. */
    public CannotPlan {
      reasons = List.copyOf(reasons);
    }
  }
}
