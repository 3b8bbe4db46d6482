package org.lazaretto.ui.wizard.proposal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.execute.DryRun;
import org.lazaretto.model.Visibility;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Inverse;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.session.Rehearsal;
import org.lazaretto.ui.fx.Texts;

/**
 * Everything that the preview shows of one step.
 *
 * @param heading its place and what it does
 * @param command the equivalent command, to be pasted
 * @param rows what is said about it, each a label and a text
 * @param answer what its dry run came to, in a few words
 * @param trouble whether the server would refuse it
 */
public record StepView(
    String heading, String command, List<Row> rows, String answer, boolean trouble) {
  /** A label and what stands beside it. */
  public record Row(String label, String text) {}

  /** Copies what it is given. */
  public StepView {
    rows = List.copyOf(rows);
  }

  /** The view of a step of the plan, with what the server says of it as far as it is known. */
  public static StepView of(Plan plan, Step step, Loaded<Rehearsal> rehearsal) {
    Card card = Cards.of(plan.cluster(), step);
    return new StepView(
        Texts.of("wizard.step.heading", step.id().number(), plan.steps().size(), card.title()),
        card.command().shell(),
        List.of(
            new Row(Texts.of("wizard.step.why"), card.rationale() + " (" + card.playbook() + ")"),
            new Row(Texts.of("wizard.step.proof"), card.proof()),
            new Row(Texts.of("wizard.step.back"), wayBack(plan, step)),
            new Row(Texts.of("wizard.step.visible"), visibility(card.visibility()))),
        answer(step, rehearsal),
        trouble(step, rehearsal));
  }

  private static String wayBack(Plan plan, Step step) {
    return switch (Cards.inverse(plan.cluster(), step)) {
      case Inverse.Exact(var command, var restores) -> command.shell() + " — " + restores;
      case Inverse.Compensating(var command, var stays) -> command.shell() + " — " + stays;
      case Inverse.None(var why) -> Texts.of("wizard.step.noWayBack", why);
    };
  }

  private static String visibility(Set<Visibility> where) {
    return where.isEmpty()
        ? Texts.of("wizard.step.invisible")
        : Texts.of(
            "wizard.step.visibleIn",
            where.stream()
                .sorted()
                .map(place -> Texts.of("wizard.visible." + place.word()))
                .collect(Collectors.joining(", ")));
  }

  /** What the dry run of a step came to, in a few words. */
  public static String answer(Step step, Loaded<Rehearsal> rehearsal) {
    if (!Actions.changes(step)) {
      return Texts.of("wizard.dryRun.reads");
    }
    if (Actions.byHand(step)) {
      return Texts.of("wizard.dryRun.byHand");
    }
    return switch (rehearsal) {
      case Loaded.Absent<Rehearsal> _, Loaded.Coming<Rehearsal> _ ->
          Texts.of("wizard.dryRun.asking");
      case Loaded.Failed<Rehearsal>(var failure) ->
          Texts.of("wizard.dryRun.failed", failure.words());
      case Loaded.There<Rehearsal>(var said) ->
          said.answer(step.id())
              .map(StepView::words)
              .orElseGet(
                  () -> Texts.of(inside(step) ? "wizard.dryRun.exec" : "wizard.dryRun.none"));
    };
  }

  /** The same without the server's reason, which stands beside the step that is chosen. */
  public static String sign(Step step, Loaded<Rehearsal> rehearsal) {
    return rehearsal
        .value()
        .flatMap(said -> said.answer(step.id()))
        .filter(_ -> Actions.changes(step) && !Actions.byHand(step))
        .map(StepView::sign)
        .orElseGet(() ->
            rehearsal.failure().isPresent() && Actions.changes(step) && !Actions.byHand(step)
                ? Texts.of("wizard.dryRun.none")
                : answer(step, rehearsal));
  }

  private static String sign(DryRun.Answer answer) {
    return switch (answer) {
      case DryRun.Answer.Accepted _ -> Texts.of("wizard.dryRun.accepted");
      case DryRun.Answer.BudgetRefusesNow _ -> Texts.of("wizard.dryRun.sign.budget");
      case DryRun.Answer.Refused _ -> Texts.of("wizard.dryRun.sign.refused");
      case DryRun.Answer.CannotTell _ -> Texts.of("wizard.dryRun.sign.cannotTell");
    };
  }

  /** A command in a container is done or not done; no server tries it. */
  private static boolean inside(Step step) {
    return step instanceof ContainStep.LookInside || step instanceof DisposeStep.RestartContainer;
  }

  private static String words(DryRun.Answer answer) {
    return switch (answer) {
      case DryRun.Answer.Accepted _ -> Texts.of("wizard.dryRun.accepted");
      case DryRun.Answer.BudgetRefusesNow(var words) -> Texts.of("wizard.dryRun.budget", words);
      case DryRun.Answer.Refused(var words) -> Texts.of("wizard.dryRun.refused", words);
      case DryRun.Answer.CannotTell(var why) -> Texts.of("wizard.dryRun.cannotTell", why);
    };
  }

  private static boolean trouble(Step step, Loaded<Rehearsal> rehearsal) {
    Optional<DryRun.Answer> answer = rehearsal.value().flatMap(said -> said.answer(step.id()));
    return answer.map(found -> !(found instanceof DryRun.Answer.Accepted)).orElse(false);
  }
}
