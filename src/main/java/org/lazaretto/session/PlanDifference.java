package org.lazaretto.session;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.plan.Plan;

/** What changed between two plans of one request, in words. */
public final class PlanDifference {
  private PlanDifference() {}

  /** Which objects came or went between two plans of one request; at most five are named. */
  public static String between(Plan before, Plan after) {
    List<String> gone = new ArrayList<>(targets(before));
    List<String> come = new ArrayList<>(targets(after));
    gone.removeAll(targets(after));
    come.removeAll(targets(before));
    if (gone.isEmpty() && come.isEmpty()) {
      return "The same objects are touched, but what the plan found of them differs.";
    }
    return (gone.isEmpty() ? "" : "No longer in it: " + some(gone) + ". ")
        + (come.isEmpty() ? "" : "New in it: " + some(come) + ".");
  }

  private static List<String> targets(Plan plan) {
    return plan.steps().stream()
        .map(step -> step.target().spoken() + " (" + step.target().uid() + ")")
        .distinct()
        .toList();
  }

  private static String some(List<String> all) {
    String first = String.join(", ", all.subList(0, Math.min(5, all.size())));
    return all.size() > 5 ? first + " and " + (all.size() - 5) + " more" : first;
  }
}
