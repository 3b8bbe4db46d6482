package org.lazaretto.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.plan.CasePolicy;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.plan.recover.Applied;
import org.lazaretto.plan.recover.History;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** What a recovery has to know: the case's changes, and how each changed field is now. */
final class Recovery {
  private final ClusterReads reads;

  Recovery(ClusterReads reads) {
    this.reads = reads;
  }

  /**
   * Reads each changed object once.
   *
   * @throws PortException if one could not be read; then nothing can be planned
   */
  History history(List<JournalLine> lines) throws PortException {
    AppliedChanges changes = AppliedChanges.of(lines);
    Map<ObjectRef, Set<String>> pointers = new HashMap<>();
    for (Applied applied : changes.applied()) {
      if (applied.back() instanceof TakeBack.RemoveProbes) {
        continue; // the picture shows them; their names are not known
      }
      Set<String> asked =
          pointers.computeIfAbsent(applied.back().target(), _ -> new LinkedHashSet<>());
      switch (applied.back()) {
        case TakeBack.Edits edits ->
            edits.edits().stream().map(FieldEdit::pointer).forEach(asked::add);
        case TakeBack.Remove _ -> asked.addAll(CasePolicy.pointers());
        case TakeBack.Resume _, TakeBack.RemoveProbes _ -> {}
      }
    }
    Map<ObjectRef, LiveFields> live = new HashMap<>();
    for (Map.Entry<ObjectRef, Set<String>> asked : pointers.entrySet()) {
      reads
          .fields(asked.getKey(), List.copyOf(asked.getValue()))
          .ifPresent(fields -> live.put(asked.getKey(), fields));
    }
    return new History(changes.applied(), changes.marks(), live, running(changes), changes.lost());
  }

  /** What runs of the pods of which somebody froze containers. */
  private List<PodRun> running(AppliedChanges changes) throws PortException {
    Set<PodRef> pods = new LinkedHashSet<>();
    for (Applied applied : changes.applied()) {
      if (applied.back() instanceof TakeBack.Resume(var pod, _, _, _)) {
        pods.add(new PodRef(pod.namespace(), pod.name(), pod.uid()));
      }
    }
    List<PodRun> running = new ArrayList<>();
    for (PodRef pod : pods) {
      reads.containers(pod).ifPresent(running::add);
    }
    return running;
  }
}
