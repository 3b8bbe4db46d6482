package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.EffectRow.Tone;

/** The rows of plans whose steps each stand for themselves. */
final class SimpleRows {
  private SimpleRows() {}

  /** One row a suspect. */
  static List<EffectRow> freeze(Plan plan) {
    Map<PodRef, List<StepId>> reads = new LinkedHashMap<>();
    for (Step step : plan.steps()) {
      if (step instanceof CaptureStep capture) {
        reads.computeIfAbsent(capture.suspect(), _ -> new ArrayList<>()).add(step.id());
      }
    }
    List<EffectRow> rows = new ArrayList<>();
    reads.forEach((suspect, steps) ->
        rows.add(
            new EffectRow(
                suspect.path(),
                Texts.of("wizard.method.reads"),
                steps.size(),
                Texts.of("wizard.effect.kept"),
                Tone.SUSPECT,
                steps)));
    return rows;
  }

  /** One row a step. */
  static List<EffectRow> each(Plan plan) {
    return plan.steps().stream().map(step -> row(plan, step)).toList();
  }

  private static EffectRow row(Plan plan, Step step) {
    Card card = Cards.of(plan.cluster(), step);
    return new EffectRow(
        step.target().path(),
        Actions.word(step),
        1,
        card.rationale(),
        Tone.PLAIN,
        List.of(step.id()));
  }

  /** One row a node, and one for each step that makes its cordon safe. */
  static List<EffectRow> cordon(ClusterSnapshot seen, Plan plan) {
    List<EffectRow> rows = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step instanceof NodeStep.CordonNode(var id, var node, var former)) {
        rows.add(
            new EffectRow(
                node.name(),
                Texts.of("wizard.method.cordon"),
                seen.podsOn(node.name()).size(),
                Texts.of(former ? "wizard.effect.closedBefore" : "wizard.effect.closed"),
                former ? Tone.STAYS : Tone.PLAIN,
                List.of(id)));
      } else {
        rows.add(row(plan, step));
      }
    }
    return rows;
  }
}
