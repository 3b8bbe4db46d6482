package org.lazaretto.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.execute.Waiver;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Inverse;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.json.PlanJson;

/**
 * A plan on paper, for somebody who carries it out without this program: the same commands, why
 * each is given, and how its effect is checked. Names from the cluster are shown visibly in prose
 * and quoted in commands.
 */
public final class HandOver {
  private final Plan plan;
  private final List<Step> steps;
  private final String caseId;
  private final Instant madeAt;
  private final List<Waiver> waivers;

  /** The plan of that case, written down at that moment. */
  public HandOver(Plan plan, String caseId, Instant madeAt) {
    this(plan, plan.steps(), caseId, madeAt);
  }

  /** These steps of the plan only, such as those that are left of it. */
  public HandOver(Plan plan, List<Step> steps, String caseId, Instant madeAt) {
    this(plan, steps, caseId, madeAt, List.of());
  }

  private HandOver(
      Plan plan, List<Step> steps, String caseId, Instant madeAt, List<Waiver> waivers) {
    this.plan = plan;
    this.steps = List.copyOf(steps);
    this.caseId = caseId;
    this.madeAt = madeAt;
    this.waivers = List.copyOf(waivers);
  }

  /** The same, on these written reasons. */
  public HandOver waiving(List<Waiver> reasons) {
    return new HandOver(plan, steps, caseId, madeAt, reasons);
  }

  /** What is handed over. */
  public Plan plan() {
    return plan;
  }

  /** The written reasons against which it goes on. */
  public List<Waiver> waivers() {
    return waivers;
  }

  /**
   * A script for a POSIX shell. It stops before the first change if it reaches another cluster
   * (T-42), and goes on after a step that failed, naming it; its status is then 1.
   */
  public String script() {
    return new HandOverScript(plan, steps, title(), caseId, madeAt).text();
  }

  /** Writes both and the plan into a folder, each whole or not at all; the sheet's file. */
  public Path write(Path folder) throws SessionException {
    ReportPlace where = new ReportPlace(folder, stem(), "reports/", true);
    try {
      where.write("sh", script());
      where.write("json", PlanJson.write(plan));
      return where.write("md", sheet());
    } catch (IOException e) {
      throw SessionException.unchanged(
          SessionException.Kind.UNAVAILABLE,
          "The sheet cannot be written to " + folder + " (" + e.getMessage() + ")",
          "Free space or make it writable, or copy the script instead.");
    }
  }

  private String stem() {
    return "hand-over-%s-%s".formatted(plan.wizard().word(), plan.fingerprint().substring(0, 12));
  }

  /** A sheet in Markdown: what, why, the commands, how each is verified and taken back. */
  public String sheet() {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(prose(title())).append("\n\n");
    text.append("- case: ").append(prose(caseId)).append('\n');
    text.append("- cluster: ")
        .append(prose(plan.cluster().name() + ", " + plan.cluster().server()));
    text.append(", `kube-system` UID ").append(code(plan.cluster().uid())).append('\n');
    text.append("- plan: ").append(code(plan.fingerprint())).append('\n');
    text.append("- made: ").append(madeAt.truncatedTo(ChronoUnit.SECONDS)).append(" (UTC)\n");
    boolean ending = plan.request() instanceof Request.Dispose;
    plan.suspects()
        .forEach(pod ->
            text.append("- suspect")
                .append(ending ? ": " : ", to be left alone: ")
                .append(code(pod.path()))
                .append(" UID ")
                .append(code(pod.uid()))
                .append('\n'));
    findings(text);
    waivers(text);
    if (steps.stream().anyMatch(step -> !Actions.byHand(step))) {
      text.append("\n## Before the first step\n\nIt must print ")
          .append(code(plan.cluster().uid()))
          .append(", else this is another cluster: stop.\n\n");
      fenced(text, HandOverScript.whichCluster(plan.cluster()).shell());
    }
    steps.forEach(step -> step(text, step));
    return text.append(
            "\nWrite into the case's journal what was done, by whom and when (UTC):\n`lazaretto hand-over done ")
        .append(stem())
        .append(".json S-001 --by NAME --case DIR`.\n")
        .toString();
  }

  private void findings(StringBuilder text) {
    if (!plan.findings().isEmpty()) {
      text.append("\n## What it will cause\n\n");
    }
    for (Finding finding : plan.findings()) {
      text.append("- **")
          .append(finding.severity().word())
          .append("** ")
          .append(finding.id())
          .append(": ")
          .append(prose(finding.text()))
          .append(" Instead: ")
          .append(prose(finding.instead()))
          .append('\n');
    }
  }

  private void waivers(StringBuilder text) {
    if (!waivers.isEmpty()) {
      text.append("\n## Decided against it\n\n");
    }
    for (Waiver waiver : waivers) {
      text.append("- ")
          .append(prose(waiver.id()))
          .append(" is waived")
          .append(prose(about(waiver)))
          .append(": ")
          .append(prose(waiver.reason()))
          .append('\n');
    }
  }

  private static String about(Waiver waiver) {
    String objects = waiver.about().named();
    return objects.isEmpty() ? "" : " for " + objects;
  }

  private void step(StringBuilder text, Step step) {
    Card card = card(step);
    String destroyed =
        Card.destroys(step).stream()
            .sorted()
            .map(EvidenceClass::id)
            .collect(Collectors.joining(", "));
    text.append("\n## ☐ ").append(step.id()).append(' ').append(prose(card.title())).append("\n\n");
    if (step instanceof DisposeStep.OnNode onNode) {
      onNode(text, onNode);
    }
    Optional<StepId> before = Cards.doneBy(steps, step);
    if (before.isPresent()) {
      text.append("The line of ").append(before.get()).append(" does it.\n");
    } else {
      fenced(text, HandOverScript.pasteable(card.command()));
    }
    text.append("\n- why: ").append(prose(card.rationale()));
    text.append(" (").append(prose(card.playbook().toString())).append(")\n");
    text.append("- verified by: ").append(prose(card.proof())).append('\n');
    if (step instanceof EvacuateStep.EvictPod evict && evict.drain().isEmpty()) {
      text.append("- while the answer is TooManyRequests a budget refuses: again later (T-18)\n");
    }
    if (!destroyed.isEmpty()) {
      text.append("- destroys evidence of the classes ")
          .append(destroyed)
          .append(": have it in the case first\n");
    }
    if (Actions.changes(step)) {
      text.append("- an intruder may notice it in: ").append(card.visible()).append('\n');
      text.append("- way back: ").append(wayBack(step)).append('\n');
    }
  }

  private static void onNode(StringBuilder text, DisposeStep.OnNode step) {
    text.append("On node ")
        .append(code(step.node()))
        .append(", as root; the container is ")
        .append(code(step.runtime().toString()))
        .append(". It must print ")
        .append(code(step.pod().uid()))
        .append(", else it is a container of another pod: stop.\n\n");
    fenced(text, step.runtime().owner().shell());
    text.append("\nThen:\n\n");
  }

  private String wayBack(Step step) {
    return switch (Cards.inverse(plan.cluster(), step)) {
      case Inverse.Exact(var command, var restores) ->
          code(HandOverScript.pasteable(command)) + " (" + prose(restores) + ")";
      case Inverse.Compensating(var command, var stays) ->
          code(HandOverScript.pasteable(command)) + " (" + prose(stays) + ")";
      case Inverse.None(var why) -> "none: " + prose(why);
    };
  }

  private String title() {
    return "Hand-over: " + plan.wizard().word() + " on " + plan.cluster().name();
  }

  private Card card(Step step) {
    return Cards.of(plan.cluster(), step);
  }

  /** Prose in which Markdown and HTML see letters only. */
  private static String prose(String text) {
    StringBuilder out = new StringBuilder();
    HostileText.visible(text)
        .chars()
        .forEach(c -> {
          if ("\\`*_{}[]<>#|!&".indexOf(c) >= 0) {
            out.append('\\');
          }
          out.append((char) c);
        });
    return out.toString();
  }

  private static String code(String text) {
    String visible = HostileText.visible(text);
    String ticks = ticks(visible, 1);
    String pad = visible.startsWith("`") || visible.endsWith("`") ? " " : "";
    return ticks + pad + visible + pad + ticks;
  }

  private static void fenced(StringBuilder text, String command) {
    String fence = ticks(command, 3);
    text.append(fence).append("sh\n").append(command).append('\n').append(fence).append('\n');
  }

  /** A run of ticks that is longer than any in the text. */
  private static String ticks(String text, int atLeast) {
    String ticks = "`".repeat(atLeast);
    while (text.contains(ticks)) {
      ticks += "`";
    }
    return ticks;
  }
}
