package org.lazaretto.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Command;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/**
 * A plan as a script for a POSIX shell. What a plan waits for, the script waits for; what must not
 * follow a failure does not. A step for a node is carried out where its container is found, under
 * the pod's UID, and left out elsewhere.
 */
final class HandOverScript {
  private static final String RETRIES =
      """
      # While a budget refuses an eviction it is tried again, for ten minutes at most (T-18).
      tries=0
      refused() {
        case $1 in
          *TooManyRequests*) tries=$((tries+1)); [ $tries -lt 120 ] && sleep 5 ;;
          *) return 1 ;;
        esac
      }
      # What is gone already needs no eviction.
      gone() { case $1 in *NotFound*) ;; *) return 1 ;; esac; }
      """;

  private final Plan plan;
  private final List<Step> steps;
  private final String title;
  private final String caseId;
  private final Instant madeAt;
  private final StringBuilder text = new StringBuilder();

  HandOverScript(Plan plan, List<Step> steps, String title, String caseId, Instant madeAt) {
    this.plan = plan;
    this.steps = steps;
    this.title = title;
    this.caseId = caseId;
    this.madeAt = madeAt;
  }

  String text() {
    text.append("#!/bin/sh\n");
    comment(title);
    comment("Case " + caseId + ", plan " + plan.fingerprint());
    comment("Made " + madeAt + ". What it does is not in the journal: write it there.");
    plan.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.STOP)
        .forEach(finding -> comment("STOP " + finding.id() + ": " + finding.text()));
    text.append("failed=0\n");
    if (steps.stream().anyMatch(step -> !Actions.byHand(step))) {
      text.append(clusterCheck()).append('\n');
    }
    if (steps.stream().anyMatch(HandOverScript::evictedSingly)) {
      text.append(RETRIES);
    }
    steps.forEach(this::step);
    return text.append("\nexit $failed\n").toString();
  }

  private static boolean evictedSingly(Step step) {
    return step instanceof EvacuateStep.EvictPod evict && evict.drain().isEmpty();
  }

  private void step(Step step) {
    Card card = Cards.of(plan.cluster(), step);
    text.append('\n');
    comment(step.id() + " " + card.title() + " (" + card.playbook() + ")");
    comment("why: " + card.rationale());
    comment("proof: " + card.proof());
    if (endsSomething(step)) {
      text.append("[ $failed -eq 0 ] || { echo '")
          .append(step.id())
          .append(" was left out: a step before it failed' >&2; exit 1; }\n");
    }
    String line = pasteable(card.command());
    switch (step) {
      case EvacuateStep.EvictPod evict when evict.drain().isPresent() -> drain(step, line);
      case EvacuateStep.EvictPod _ -> evict(step, line);
      case DisposeStep.OnNode onNode -> onNode(onNode, line);
      case DisposeStep.RestartContainer _ -> restart(step, line);
      case ContainStep.ProbeIngress _, ContainStep.LookInside _ -> ask(step, line);
      default -> plain(step, line);
    }
  }

  private void plain(Step step, String line) {
    text.append(line)
        .append(" || { echo '")
        .append(step.id())
        .append(" failed' >&2; failed=1; }\n");
  }

  /** One line for all that leave a node by it; it asks the budgets again by itself. */
  private void drain(Step step, String line) {
    Optional<StepId> before = Cards.doneBy(steps, step);
    if (before.isPresent()) {
      comment("the line of " + before.get() + " does it");
    } else {
      plain(step, line);
    }
  }

  /** A taint that deletes pods relies on the tolerations before it; an end has no way back. */
  private static boolean endsSomething(Step step) {
    return (step instanceof DisposeStep && !Actions.byHand(step))
        || (step instanceof ContainStep.EditFields edit && edit.purpose() == Purpose.EXPEL);
  }

  private void evict(Step step, String line) {
    text.append("until said=$(")
        .append(line)
        .append(" 2>&1); do\n  refused \"$said\" && continue\n  gone \"$said\" || { echo '")
        .append(step.id())
        .append(" failed: '\"$said\" >&2; failed=1; }\n  break\ndone\n");
  }

  /** An answer is no failure, whichever it is. */
  private void ask(Step step, String line) {
    text.append(line)
        .append("\necho '")
        .append(step.id())
        .append(" ended with '$?': 0 means that it got through'\n");
  }

  /** The container's end may take the command along that caused it. */
  private void restart(Step step, String line) {
    text.append(line)
        .append("\ncase $? in 0|137|143) ;; *) echo '")
        .append(step.id())
        .append(" failed' >&2; failed=1 ;; esac\n");
  }

  private void onNode(DisposeStep.OnNode step, String line) {
    text.append("if [ \"$(")
        .append(step.runtime().owner().shell())
        .append(" 2>/dev/null)\" = ")
        .append(Command.of(List.of(step.pod().uid())).shell())
        .append(" ]; then\n  ")
        .append(line)
        .append(" || { echo '")
        .append(step.id())
        .append(" failed' >&2; failed=1; }\nelse\n  echo '")
        .append(step.id())
        .append(" was left out: its container is not on this node' >&2; failed=1\nfi\n");
  }

  private void comment(String line) {
    text.append("# ").append(HostileText.visible(line)).append('\n');
  }

  /**
   * A command that does what it looks like. A name with characters that a terminal obeys is no name
   * that Kubernetes allows: an intruder answers in the server's place. What stands for it fails as
   * one word list, so that what follows it on its line is still obeyed.
   */
  static String pasteable(Command command) {
    String line = command.shell();
    return HostileText.visible(line).equals(line)
        ? line
        : Command.of(List.of("false", "not to be pasted: " + HostileText.visible(line))).shell();
  }

  /** Nothing is sent to a cluster that is not the plan's. */
  private String clusterCheck() {
    return "uid=$("
        + whichCluster(plan.cluster()).shell()
        + ")\n[ \"$uid\" = "
        + Command.of(List.of(plan.cluster().uid())).shell()
        + " ] || { echo 'another cluster; nothing was sent' >&2; exit 3; }";
  }

  /** Prints the UID of the cluster that is reached. */
  static Command whichCluster(ClusterIdentity cluster) {
    List<String> all = new ArrayList<>(List.of("kubectl"));
    all.addAll(cluster.kubectlFlags());
    all.addAll(List.of("get", "namespace", "kube-system", "-o", "jsonpath={.metadata.uid}"));
    return Command.of(all);
  }
}
