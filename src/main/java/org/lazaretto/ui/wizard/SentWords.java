package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.ui.fx.Texts;

/** Which requests a plan sends. */
final class SentWords {
  private SentWords() {}

  static String of(Plan plan) {
    int reads = 0;
    int cordons = 0;
    int evictions = 0;
    int restarts = 0;
    int proofs = 0;
    int changes = 0;
    int inside = 0;
    int byHand = 0;
    for (Step step : plan.steps()) {
      switch (step) {
        case CaptureStep _ -> reads++;
        case NodeStep.CordonNode _ -> cordons++;
        case EvacuateStep.EvictPod _ -> evictions++;
        case EvacuateStep.RestartRollout _ -> restarts++;
        case EvacuateStep.ProveNothingNew _ -> proofs++;
        case DisposeStep.RestartContainer _ -> inside++;
        case DisposeStep.OnNode _ -> byHand++;
        case ContainStep _, DisposeStep _ -> changes++;
      }
    }
    List<String> sentences = new ArrayList<>();
    add(sentences, "wizard.sent.reads", reads);
    add(sentences, "wizard.sent.cordons", cordons);
    add(sentences, "wizard.sent.evictions", evictions);
    add(sentences, "wizard.sent.restarts", restarts);
    add(sentences, "wizard.sent.proofs", proofs);
    add(sentences, "wizard.sent.changes", changes);
    add(sentences, "wizard.sent.inside", inside);
    add(sentences, "wizard.sent.byHand", byHand);
    return String.join(" ", sentences);
  }

  private static void add(List<String> sentences, String key, int count) {
    if (count > 0) {
      sentences.add(Texts.of(key, count));
    }
  }
}
