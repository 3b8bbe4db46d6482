package org.lazaretto.plan.evacuate;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Budget;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Request;

/** What the disruption budgets would say to an eviction at this moment (T-18). */
record BudgetsNow(ClusterSnapshot snapshot) {
  /** Whether a method asks them at all. */
  static boolean ask(Request.Method method) {
    return switch (method) {
      case EVICT, DRAIN -> true;
      case RESTART, TAINT, KEEP -> false;
    };
  }

  /** Why an eviction of it would be refused now. */
  Optional<Ground> refusal(Pod pod) {
    if (!seen()) {
      return Optional.of(Ground.UNSEEN);
    }
    List<Budget> budgets = snapshot.budgetsOf(pod);
    if (budgets.size() > 1) {
      return Optional.of(Ground.TWO_BUDGETS);
    }
    return budgets.stream().findFirst().flatMap(budget -> refusal(budget, pod));
  }

  private static Optional<Ground> refusal(Budget budget, Pod pod) {
    if (!pod.status().ready()) {
      return budget.blocksBroken(pod) ? Optional.of(Ground.BROKEN) : Optional.empty();
    }
    if (budget.disruptionsAllowed() > 0) {
      return Optional.empty();
    }
    boolean all = budget.desiredHealthy() >= budget.expected();
    return Optional.of(all ? Ground.BUDGET_OF_ALL : Ground.BUDGET);
  }

  private boolean seen() {
    return switch (snapshot.health(ObservedKind.POD_DISRUPTION_BUDGET)) {
      case KindHealth.Synced _, KindHealth.Stale _ -> true;
      case KindHealth.Loading _, KindHealth.Denied _ -> false;
    };
  }
}
