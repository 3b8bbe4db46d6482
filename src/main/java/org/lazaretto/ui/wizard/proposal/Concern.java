package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Subject;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.ui.fx.Texts;

/**
 * One card of the consequences: a finding, or a class of evidence that the order guard holds.
 *
 * @param id the stable id, by which it is waived for its objects
 * @param severity how much it holds
 * @param text what will happen
 * @param instead what to do instead
 * @param objects what it is about
 * @param steps the steps that cause it; empty if it concerns the whole plan
 * @param waiver whether a written reason lets the plan go on, and where it is written
 */
public record Concern(
    String id,
    Severity severity,
    String text,
    String instead,
    List<ObjectRef> objects,
    List<StepId> steps,
    Waiving waiver) {
  /** Whether and where a reason for going on is written. */
  public enum Waiving {
    /** It holds nothing. */
    NEEDS_NONE,
    /** Written on this card. */
    HERE,
    /** Written on an earlier card of the same id and objects; one reason stands for both. */
    ABOVE,
    /** No reason lets the plan go on. */
    NEVER
  }

  /** Copies what it is given. */
  public Concern {
    objects = List.copyOf(objects);
    steps = List.copyOf(steps);
  }

  /** All concerns of a plan: what holds it first, then what warns, then what informs. */
  public static List<Concern> of(Plan plan, List<HoldReason> guards) {
    List<Concern> concerns = new ArrayList<>();
    guards.forEach(guard -> concerns.add(of(plan, guard)));
    Set<Subject> seen = new HashSet<>();
    plan.findings().stream()
        .sorted((one, other) -> other.severity().compareTo(one.severity()))
        .forEach(finding -> concerns.add(of(finding, seen)));
    return List.copyOf(concerns);
  }

  /**
   * What destroys the evidence that a guard holds for is what causes it: at the pod itself, or else
   * at what owns it.
   */
  private static List<StepId> destroying(Plan plan, HoldReason guard) {
    List<Step> destroying =
        plan.steps().stream()
            .filter(step ->
                Card.destroys(step).stream().anyMatch(kind -> kind.guard().equals(guard.id())))
            .toList();
    List<Step> own =
        destroying.stream()
            .filter(
                step -> guard.objects().stream().anyMatch(o -> o.uid().equals(step.target().uid())))
            .toList();
    return (own.isEmpty() ? destroying : own).stream().map(Step::id).toList();
  }

  private static Concern of(Plan plan, HoldReason guard) {
    return new Concern(
        guard.id(),
        Severity.STOP,
        guard.text(),
        Texts.of("wizard.guard.instead"),
        guard.objects(),
        destroying(plan, guard),
        guard.waivable() ? Waiving.HERE : Waiving.NEVER);
  }

  private static Concern of(Finding finding, Set<Subject> seen) {
    return new Concern(
        finding.id(),
        finding.severity(),
        finding.text(),
        finding.instead(),
        finding.objects(),
        finding.steps(),
        waiving(finding, seen));
  }

  private static Waiving waiving(Finding finding, Set<Subject> seen) {
    if (finding.severity() != Severity.STOP) {
      return Waiving.NEEDS_NONE;
    }
    if (!finding.waivable()) {
      return Waiving.NEVER;
    }
    return seen.add(Subject.of(finding)) ? Waiving.HERE : Waiving.ABOVE;
  }

  /** What a reason for going on is written for. */
  public Subject subject() {
    return new Subject(id, objects);
  }

  /** Whether it holds the plan unless it is waived. */
  public boolean holds() {
    return severity == Severity.STOP;
  }
}
