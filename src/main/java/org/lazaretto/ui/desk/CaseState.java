package org.lazaretto.ui.desk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.PodRef;

/**
 * What a journal says at one moment.
 *
 * @param lines all lines, first to last; a list that nobody changes, so it is not copied: there may
 *     be a hundred thousand, and a state is made for each that is added
 * @param suspects the pods that are marked, in the order of their marks
 * @param captured the UIDs of objects of which evidence was taken
 */
public record CaseState(List<JournalLine> lines, List<PodRef> suspects, Set<String> captured) {
  /** Copies what it is given. */
  public CaseState {
    suspects = List.copyOf(suspects);
    captured = Set.copyOf(captured);
  }

  /** The state that these lines tell. */
  public static CaseState of(List<JournalLine> lines) {
    return new CaseState(List.of(), List.of(), Set.of()).with(lines);
  }

  /**
   * The state once there are more lines; only those are read.
   *
   * @param all the lines of this state, then those that were added
   */
  public CaseState with(List<JournalLine> all) {
    List<JournalLine> added = all.subList(lines.size(), all.size());
    Map<String, PodRef> marked = new LinkedHashMap<>();
    suspects.forEach(pod -> marked.put(pod.uid(), pod));
    Set<String> kept = new HashSet<>(captured);
    for (JournalLine line : added) {
      switch (line.entry()) {
        case Entry.SuspectMarked mark -> marked.putIfAbsent(mark.pod().uid(), mark.pod());
        case Entry.SuspectCleared cleared -> marked.remove(cleared.pod().uid());
        case Entry.EvidenceTaken(var item) -> kept.add(item.draft().source().uid());
        default -> {}
      }
    }
    return new CaseState(all, List.copyOf(marked.values()), kept);
  }
}
