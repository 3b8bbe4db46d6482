package org.lazaretto.execute;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * What is lost with a step that no order guard has held, because somebody did it without this
 * program: evidence that the case does not have, and that nobody had waived in writing.
 */
public final class Losses {
  private final ClusterReads reads;
  private final List<JournalLine> lines;

  /** By what a case's journal says up to now. */
  public Losses(ClusterReads reads, List<JournalLine> lines) {
    this.reads = reads;
    this.lines = List.copyOf(lines);
  }

  /**
   * The classes that the step destroys, with the pods of which they are lost.
   *
   * @throws PortException if the cluster does not say which pods belong to the suspects
   */
  public Map<EvidenceClass, Set<PodRef>> of(Plan plan, Step step) throws PortException {
    Set<PodRef> suspects = OrderGuard.suspects(plan, lines);
    Ties ties = Ties.read(reads, suspects);
    Map<EvidenceClass, Set<PodRef>> lost = new OrderGuard(suspects, lines, ties).missing(step);
    lost.replaceAll((kind, pods) -> unwaived(plan, kind, pods));
    lost.values().removeIf(Set::isEmpty);
    return lost;
  }

  private Set<PodRef> unwaived(Plan plan, EvidenceClass kind, Set<PodRef> pods) {
    Set<PodRef> open = new LinkedHashSet<>(pods);
    for (JournalLine line : lines) {
      if (line.entry() instanceof Entry.Waived waived
          && waived.fingerprint().equals(plan.fingerprint())
          && waived.id().equals(kind.guard())) {
        open.removeIf(pod -> covers(waived, pod));
      }
    }
    return open;
  }

  /** Earlier versions waived a class for whatever the plan destroyed of it. */
  private static boolean covers(Entry.Waived waived, PodRef pod) {
    return waived.objects().isEmpty()
        || waived.objects().stream().map(ObjectRef::uid).anyMatch(pod.uid()::equals);
  }
}
