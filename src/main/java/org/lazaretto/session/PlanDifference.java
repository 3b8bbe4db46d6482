package org.lazaretto.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;

/** What changed between two plans of one request, in words. */
public final class PlanDifference {
  private static final int NAMED = 5;
  private static final int LONGEST = 80;

  private PlanDifference() {}

  /**
   * Which objects came or went between two plans of one request, else which of their fields have
   * other values; at most five of each are named.
   */
  public static String between(Plan before, Plan after) {
    List<String> gone = new ArrayList<>(targets(before));
    List<String> come = new ArrayList<>(targets(after));
    gone.removeAll(targets(after));
    come.removeAll(targets(before));
    if (gone.isEmpty() && come.isEmpty()) {
      List<String> fields = fields(before, after);
      return fields.isEmpty()
          ? "The same objects are touched, but what the plan found of them differs."
          : some(fields) + ".";
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

  private static List<String> fields(Plan before, Plan after) {
    Map<String, String> was = found(before);
    List<String> changed = new ArrayList<>();
    found(after)
        .forEach((field, now) -> {
          String then = was.getOrDefault(field, now);
          if (!then.equals(now)) {
            changed.add(field + " was " + then + " and is " + now + " now");
          }
        });
    return changed;
  }

  /** What a plan found in the fields that it changes. */
  private static Map<String, String> found(Plan plan) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Step step : plan.steps()) {
      String of = " of " + step.target().spoken();
      if (step instanceof ContainStep.EditFields edit) {
        for (FieldEdit field : edit.edits()) {
          if (field instanceof FieldEdit.Value(var pointer, var former, _)) {
            found.put(pointer + of, bounded(former.orElse("absent")));
          }
        }
      } else if (step instanceof NodeStep.CordonNode cordon) {
        found.put("/spec/unschedulable" + of, String.valueOf(cordon.formerUnschedulable()));
      }
    }
    return found;
  }

  private static String bounded(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }

  private static String some(List<String> all) {
    String first = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
    return all.size() > NAMED ? first + " and " + (all.size() - NAMED) + " more" : first;
  }
}
