package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.ui.fx.Texts;

/**
 * Consequences that hold nothing and come from the same step, shown under one heading.
 *
 * @param key by which it is known again in a plan that has become another one
 * @param title the step, or that there are several or none; safe to show
 * @param concerns what it causes, the gravest first; never empty
 */
public record Cause(String key, String title, List<Concern> concerns) {
  private static final String SEVERAL = "several steps";
  private static final String WHOLE = "whole plan";

  /** Copies what it is given. */
  public Cause {
    concerns = List.copyOf(concerns);
  }

  /**
   * All warnings and notes of a plan by their cause: those with a warning first, then as the plan
   * goes on.
   *
   * @param concerns all concerns, the gravest first; those that hold the plan are left out
   */
  public static List<Cause> of(Plan plan, List<Concern> concerns) {
    Map<String, List<Concern>> byCause = new LinkedHashMap<>();
    concerns.stream()
        .filter(concern -> !concern.holds())
        .sorted(Comparator.comparingInt(Cause::place))
        .forEach(concern ->
            byCause.computeIfAbsent(key(concern, plan), _ -> new ArrayList<>()).add(concern));
    return byCause.entrySet().stream()
        .map(of -> new Cause(of.getKey(), title(of.getValue().getFirst(), plan), of.getValue()))
        .sorted(Comparator.comparing(Cause::gravest).reversed())
        .toList();
  }

  /** What belongs to no single step comes before all steps. */
  private static int place(Concern concern) {
    if (concern.steps().size() != 1) {
      return concern.steps().isEmpty() ? -2 : -1;
    }
    return concern.steps().getFirst().number();
  }

  private static Optional<Step> step(Concern concern, Plan plan) {
    return concern.steps().size() != 1
        ? Optional.empty()
        : plan.steps().stream().filter(step -> concern.steps().contains(step.id())).findFirst();
  }

  /** The numbers of the steps change with the plan; what they are about does not. */
  private static String key(Concern concern, Plan plan) {
    return step(concern, plan)
        .map(step ->
            String.join(
                " ", step.getClass().getSimpleName(), step.target().path(), step.target().uid()))
        .orElse(concern.steps().isEmpty() ? WHOLE : SEVERAL);
  }

  private static String title(Concern concern, Plan plan) {
    String other = concern.steps().isEmpty() ? "wizard.cause.whole" : "wizard.cause.several";
    return step(concern, plan)
        .map(step ->
            Texts.of(
                "wizard.cause.step",
                step.id().number(),
                HostileText.visible(Cards.of(plan.cluster(), step).title())))
        .orElseGet(() -> Texts.of(other));
  }

  /** The strongest of its signs. */
  public Severity gravest() {
    return concerns.stream().map(Concern::severity).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** How many of that gravity it causes. */
  public int count(Severity severity) {
    return (int) concerns.stream().filter(concern -> concern.severity() == severity).count();
  }

  /** The ids, each once, in the order of the cards. */
  public String ids() {
    return concerns.stream().map(Concern::id).distinct().collect(Collectors.joining(" "));
  }
}
