package org.lazaretto.ui.wizard;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
  /** Sorts of requests, in the order in which they are told. */
  private enum Sort {
    READS,
    CORDONS,
    POLICIES,
    CHANGES,
    PROBES,
    LOOKS,
    EVICTIONS,
    RESTARTS,
    PROOFS,
    DELETIONS,
    INSIDE,
    BYHAND
  }

  private SentWords() {}

  static String of(Plan plan) {
    Map<Sort, Integer> counts = new EnumMap<>(Sort.class);
    plan.steps().forEach(step -> counts.merge(sort(step), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> Texts.of(key(entry.getKey()), entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String key(Sort sort) {
    return "wizard.sent." + sort.name().toLowerCase(Locale.ROOT);
  }

  private static Sort sort(Step step) {
    return switch (step) {
      case CaptureStep _ -> Sort.READS;
      case NodeStep.CordonNode _ -> Sort.CORDONS;
      case EvacuateStep.EvictPod _ -> Sort.EVICTIONS;
      case EvacuateStep.RestartRollout _ -> Sort.RESTARTS;
      case EvacuateStep.ProveNothingNew _ -> Sort.PROOFS;
      case ContainStep.EditFields _, DisposeStep.ScaleToZero _ -> Sort.CHANGES;
      case ContainStep.MakePolicy _ -> Sort.POLICIES;
      case ContainStep.ProbeIngress _ -> Sort.PROBES;
      case ContainStep.LookInside _ -> Sort.LOOKS;
      case ContainStep.RemovePolicy _,
          ContainStep.RemoveProbe _,
          DisposeStep.DeletePod _,
          DisposeStep.DeleteOwner _,
          DisposeStep.DeleteToken _ ->
          Sort.DELETIONS;
      case DisposeStep.RestartContainer _ -> Sort.INSIDE;
      case DisposeStep.OnNode _ -> Sort.BYHAND;
    };
  }
}
