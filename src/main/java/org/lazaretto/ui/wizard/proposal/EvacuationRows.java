package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.consequence.Availability;
import org.lazaretto.consequence.Consequences;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.evacuate.Evacuation;
import org.lazaretto.plan.evacuate.PodDecision;
import org.lazaretto.plan.evacuate.PodDecision.Fate;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.EffectRow.Tone;

/** One row an application and fate: who moves how, who stays and why, and last the suspects. */
final class EvacuationRows {
  private static final Comparator<EffectRow> MOVING_FIRST =
      Comparator.comparing((EffectRow row) -> row.tone() == Tone.SUSPECT)
          .thenComparing(row -> row.tone() == Tone.STAYS)
          .thenComparing(EffectRow::subject);

  private final Evacuation evacuation;
  private final Set<String> suspects;
  private final Set<String> homeless = new HashSet<>();
  private final Map<ObjectRef, Availability> available = new HashMap<>();
  private final Map<ObjectRef, List<StepId>> steps = new HashMap<>();

  /** Pods of one workload to which the same happens for the same reason. */
  private record Group(ObjectRef workload, Fate fate, String reason, boolean suspect) {}

  EvacuationRows(ClusterSnapshot seen, Plan plan, Evacuation evacuation) {
    this.evacuation = evacuation;
    this.suspects = plan.suspects().stream().map(PodRef::uid).collect(Collectors.toSet());
    Consequences.availability(seen, plan).forEach(one -> available.put(one.workload(), one));
    plan.findings().stream()
        .filter(finding -> finding.id().equals("T-44") && finding.severity() == Severity.STOP)
        .flatMap(finding -> finding.objects().stream())
        .map(ObjectRef::uid)
        .forEach(homeless::add);
    for (Step step : plan.steps()) {
      if (step instanceof EvacuateStep.EvictPod evict) {
        steps.computeIfAbsent(evict.workload(), _ -> new ArrayList<>()).add(step.id());
      } else if (step instanceof EvacuateStep.RestartRollout) {
        steps.computeIfAbsent(step.target(), _ -> new ArrayList<>()).add(step.id());
      }
    }
  }

  List<EffectRow> rows() {
    Map<Group, List<PodDecision>> groups = new LinkedHashMap<>();
    for (PodDecision decision : evacuation.decisions()) {
      if (decision.pod().active()) {
        boolean suspect = suspects.contains(decision.pod().ref().uid());
        String reason = decision.fate() == Fate.MOVE ? "" : decision.reason();
        Group group = new Group(decision.workload(), decision.fate(), reason, suspect);
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(decision);
      }
    }
    List<EffectRow> rows = new ArrayList<>();
    groups.forEach((group, decisions) -> rows.add(row(group, decisions)));
    rows.sort(MOVING_FIRST);
    return rows;
  }

  private EffectRow row(Group group, List<PodDecision> decisions) {
    int pods = decisions.size();
    String subject = group.workload().path();
    if (group.suspect()) {
      return new EffectRow(subject, stays(), pods, keptSuspect(), Tone.SUSPECT, List.of());
    }
    return switch (group.fate()) {
      case STAY -> new EffectRow(subject, stays(), pods, group.reason(), Tone.STAYS, List.of());
      case CANNOT -> new EffectRow(subject, stays(), pods, group.reason(), Tone.WARN, List.of());
      case MOVE -> moving(group.workload(), decisions);
    };
  }

  private EffectRow moving(ObjectRef workload, List<PodDecision> decisions) {
    String method =
        switch (decisions.getFirst().method()) {
          case RESTART -> Texts.of("wizard.method.restart");
          case DRAIN -> Texts.of("wizard.method.drain");
          case TAINT -> Texts.of("wizard.method.taint");
          case EVICT, KEEP -> Texts.of("wizard.method.evict");
        };
    Optional<Availability> here = Optional.ofNullable(available.get(workload));
    if (served(workload) && decisions.stream().anyMatch(this::homeless)) {
      return new EffectRow(
          workload.path(),
          method,
          decisions.size(),
          Texts.of("wizard.effect.homeless"),
          Tone.WARN,
          steps.getOrDefault(workload, List.of()));
    }
    boolean grave = here.map(EvacuationRows::grave).orElse(!served(workload));
    return new EffectRow(
        workload.path(),
        method,
        decisions.size(),
        here.map(EvacuationRows::effect).orElseGet(() -> unserved(workload)),
        grave ? Tone.WARN : Tone.PLAIN,
        steps.getOrDefault(workload, List.of()));
  }

  /** Whether no other node takes its replacement. */
  private boolean homeless(PodDecision decision) {
    return homeless.contains(decision.pod().ref().uid());
  }

  private static boolean grave(Availability here) {
    return (here.leaving() > 0 && here.left() == 0)
        || here.allowed().orElse(Integer.MAX_VALUE) < here.moving();
  }

  private static String effect(Availability here) {
    int allowed = here.allowed().orElse(Integer.MAX_VALUE);
    if (here.leaving() > 0 && here.left() == 0) {
      return Texts.of("wizard.effect.noneLeft");
    }
    if (allowed == 0) {
      return Texts.of("wizard.effect.budgetFull");
    }
    if (allowed < here.moving()) {
      return Texts.of("wizard.effect.budget", allowed);
    }
    return here.restarted()
        ? Texts.of("wizard.effect.restarts", here.left(), here.ready())
        : Texts.of("wizard.effect.moves", here.left(), here.ready());
  }

  /** A Job's pods serve nobody, and a pod without a controller has no other like it. */
  private static boolean served(ObjectRef workload) {
    return !workload.kind().equals("Pod");
  }

  private static String unserved(ObjectRef workload) {
    return switch (workload.kind()) {
      case "Pod" -> Texts.of("wizard.effect.forGood");
      case "Job" -> Texts.of("wizard.effect.job");
      default -> Texts.of("wizard.effect.unknown");
    };
  }

  private static String stays() {
    return Texts.of("wizard.method.stays");
  }

  private static String keptSuspect() {
    return Texts.of("wizard.effect.suspect");
  }
}
