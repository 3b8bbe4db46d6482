package org.lazaretto.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.plan.Basis;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Inverse;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;

/** Prints a plan so that a person can decide about it. */
final class PlanPrinter {
  private static final int MOST_STEPS = 8;

  private final Console console;

  PlanPrinter(Console console) {
    this.console = console;
  }

  void print(Plan plan) {
    console.print(
        "%s on %s (cluster %s), %d step%s"
            .formatted(
                plan.wizard().word(),
                plan.cluster().name(),
                plan.cluster().uid(),
                plan.steps().size(),
                plan.steps().size() == 1 ? "" : "s"));
    plan.suspects().forEach(pod -> console.print("  suspect " + pod.path() + "  " + pod.uid()));
    plan.rating().ifPresent(rating -> rating(rating));
    console.print("");
    plan.steps().forEach(step -> step(plan, step));
    console.print("");
    findings(plan.findings());
    console.print("");
    console.print("fingerprint " + plan.fingerprint());
  }

  private void rating(org.lazaretto.plan.LocalRating rating) {
    console.print(
        "  measure %s, published rating %s, here %s (business impact %d)"
            .formatted(
                rating.measure().id(),
                rating.measure().published().overall(),
                rating.here().overall(),
                rating.businessImpact()));
    rating.lost().forEach(line -> console.print("    " + line));
  }

  private void step(Plan plan, Step step) {
    Card card = Cards.of(plan.cluster(), step);
    console.print("%s  %s".formatted(step.id(), card.title()));
    console.print(
        "       $ "
            + Cards.doneBy(plan.steps(), step)
                .map(before -> "# the line of " + before + " does it")
                .orElseGet(() -> card.command().shell()));
    console.print("       why: %s (%s)".formatted(card.rationale(), card.playbook()));
    console.print("       visible to the intruder: " + card.visible());
    console.print("       proof: " + card.proof());
    console.print("       way back: " + inverse(Cards.inverse(plan.cluster(), step)));
    String causes = causes(plan, step);
    if (!causes.isEmpty()) {
      console.print("       causes: " + causes);
    }
  }

  private static String causes(Plan plan, Step step) {
    return plan.findings().stream()
        .filter(finding -> finding.steps().contains(step.id()))
        .map(finding -> finding.severity().word() + " " + finding.id())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String inverse(Inverse inverse) {
    return switch (inverse) {
      case Inverse.Exact(var command, var restores) -> command.shell() + " (" + restores + ")";
      case Inverse.Compensating(var command, var stays) -> command.shell() + " (" + stays + ")";
      case Inverse.None(var why) -> "none: " + why;
    };
  }

  private void findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      console.print("no findings");
      return;
    }
    for (Finding finding : findings) {
      console.print(
          "%-6s %s  %s".formatted(finding.severity().word(), finding.id(), finding.text()));
      Basis.of(finding.id()).ifPresent(from -> console.print("       computed from: " + from));
      console.print("       instead: " + finding.instead());
      steps(finding).ifPresent(steps -> console.print("       beside: " + steps));
      finding.objects().stream()
          .limit(10)
          .forEach(object -> console.print("       - " + object.spoken() + "  " + object.uid()));
      if (finding.objects().size() > 10) {
        console.print("       - and %d more".formatted(finding.objects().size() - 10));
      }
    }
  }

  private static Optional<String> steps(Finding finding) {
    int n = finding.steps().size();
    String first =
        finding.steps().stream()
            .limit(MOST_STEPS)
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    String more = n > MOST_STEPS ? " and %d more".formatted(n - MOST_STEPS) : "";
    return n == 0 ? Optional.empty() : Optional.of(first + more);
  }
}
