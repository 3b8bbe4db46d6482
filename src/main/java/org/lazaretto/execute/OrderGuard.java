package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Step;

/**
 * Holds a plan that destroys evidence which the case does not have yet. Freeze comes first: before
 * anything leaves a suspect's node, the suspect's API state is in the case. Clean pods that move
 * are no evidence; pods of a suspect's own workload are, and a suspect itself is in every class.
 */
final class OrderGuard {
  private final Set<String> captured = new HashSet<>();
  private final Set<PodRef> suspects;
  private final Ties ties;

  /** Guards the evidence of these suspects, by what the case has of them. */
  OrderGuard(Set<PodRef> suspects, List<JournalLine> lines, Ties ties) {
    this.suspects = suspects;
    this.ties = ties;
    for (JournalLine line : lines) {
      if (line.entry() instanceof Entry.EvidenceTaken(EvidenceItem item)
          && item.draft().captures()) {
        captured.add(key(item.draft().kind(), item.draft().source().uid()));
      }
    }
  }

  /** The suspects of the plan and those that the case has marked, in that order. */
  static Set<PodRef> suspects(Plan plan, List<JournalLine> lines) {
    Set<PodRef> marked = new LinkedHashSet<>();
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.SuspectMarked mark -> marked.add(mark.pod());
        case Entry.SuspectCleared cleared -> marked.remove(cleared.pod());
        default -> {}
      }
    }
    Set<PodRef> all = new LinkedHashSet<>(plan.suspects());
    all.addAll(marked);
    return all;
  }

  /**
   * What is missing: which class of which pods, the most volatile first. Empty if the plan destroys
   * nothing.
   */
  Map<EvidenceClass, Set<PodRef>> missing(Plan plan) {
    Map<EvidenceClass, Set<PodRef>> missing = new EnumMap<>(EvidenceClass.class);
    List<Step> destroying = plan.steps().stream().filter(s -> !Card.destroys(s).isEmpty()).toList();
    if (!destroying.isEmpty()) {
      plan.suspects().forEach(pod -> need(missing, EvidenceClass.API_STATE, pod));
    }
    destroying.forEach(step -> need(missing, step));
    return missing;
  }

  /** What the case does not have of what one step destroys. */
  Map<EvidenceClass, Set<PodRef>> missing(Step step) {
    Map<EvidenceClass, Set<PodRef>> missing = new EnumMap<>(EvidenceClass.class);
    if (!Card.destroys(step).isEmpty()) {
      need(missing, step);
    }
    return missing;
  }

  private void need(Map<EvidenceClass, Set<PodRef>> missing, Step step) {
    for (PodRef suspect : touchedSuspects(step)) {
      EnumSet.copyOf(Card.destroys(step)).forEach(kind -> need(missing, kind, suspect));
    }
    siblings(step).forEach(pod -> need(missing, EvidenceClass.API_STATE, pod));
  }

  /**
   * The pods whose evidence of the guarded class the plan says that it destroys, by what stands in
   * it: all of its suspects, and what its destroying steps touch. Which of them the guard holds for
   * depends on what the case has.
   */
  static Set<PodRef> destroyed(Plan plan, String guard) {
    Set<PodRef> destroyed = new LinkedHashSet<>();
    for (Step step : plan.steps()) {
      Set<EvidenceClass> classes = Card.destroys(step);
      boolean first = EvidenceClass.API_STATE.guard().equals(guard) && !classes.isEmpty();
      if (first) {
        destroyed.addAll(plan.suspects());
      }
      if (first || classes.stream().anyMatch(kind -> kind.guard().equals(guard))) {
        destroyed.addAll(pods(step));
      }
    }
    return destroyed;
  }

  private void need(Map<EvidenceClass, Set<PodRef>> missing, EvidenceClass kind, PodRef pod) {
    if (!captured.contains(key(kind, pod.uid()))) {
      missing.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(pod);
    }
  }

  private static String key(EvidenceClass kind, String uid) {
    return kind.id() + " " + uid;
  }

  /**
   * The pods of which every class has to be in the case. A restart replaces every pod of its
   * workload, a suspect among them too; what is disposed of is evidence, marked or not.
   */
  private Set<PodRef> touchedSuspects(Step step) {
    Set<PodRef> touched = new LinkedHashSet<>(pods(step));
    if (step instanceof DisposeStep) {
      return touched;
    }
    touched.retainAll(suspects);
    if (step instanceof EvacuateStep.RestartRollout restart) {
      touched.addAll(ties.suspectsOf(restart.target()));
    }
    return touched;
  }

  private List<PodRef> siblings(Step step) {
    boolean tied =
        step instanceof EvacuateStep.EvictPod evict
            ? !ties.suspectsOf(evict.workload()).isEmpty()
            : !ties.suspectsOf(step.target()).isEmpty();
    List<PodRef> siblings = new ArrayList<>(tied ? pods(step) : List.of());
    siblings.removeAll(suspects);
    return siblings;
  }

  private static List<PodRef> pods(Step step) {
    return switch (step) {
      case EvacuateStep.EvictPod evict -> List.of(evict.pod());
      case EvacuateStep.RestartRollout restart -> restart.leaving();
      case ContainStep.EditFields edit when edit.purpose() == Purpose.EXPEL ->
          edit.witnesses().stream()
              .filter(ref -> ref.kind().equals("Pod"))
              .map(OrderGuard::pod)
              .toList();
      case CaptureStep _, NodeStep _, EvacuateStep.ProveNothingNew _, ContainStep _ -> List.of();
      case DisposeStep dispose -> dispose.touching();
    };
  }

  private static PodRef pod(ObjectRef ref) {
    return new PodRef(ref.namespace(), ref.name(), ref.uid());
  }
}
