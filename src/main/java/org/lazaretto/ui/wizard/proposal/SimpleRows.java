package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
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
    return plan.steps().stream().map(step -> row(step, 1)).toList();
  }

  private static EffectRow row(Step step, int count) {
    String word = Actions.word(step);
    return new EffectRow(
        step.target().path(),
        Texts.of("wizard.does." + word),
        count,
        effect(step, word),
        Tone.PLAIN,
        List.of(step.id()));
  }

  private static String effect(Step step, String word) {
    return step instanceof ContainStep.EditFields edit && edit.purpose() == Purpose.RESTORE
        ? RestoredWords.of(edit.edits())
        : Texts.of("wizard.comes." + word, losing(step));
  }

  private static int losing(Step step) {
    return step instanceof DisposeStep ending ? ending.losing().size() : 0;
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
        rows.add(row(step, seen.podsOn(step.target().name()).size()));
      }
    }
    return rows;
  }
}
