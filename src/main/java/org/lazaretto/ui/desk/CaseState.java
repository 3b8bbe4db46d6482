package org.lazaretto.ui.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.PodRef;
import org.lazaretto.session.Suspects;

/**
 * What a journal says at one moment.
 *
 * @param lines all lines, first to last
 * @param suspects the pods that are marked, in the order of their marks
 * @param captured the UIDs of objects of which evidence was taken
 */
public record CaseState(List<JournalLine> lines, List<PodRef> suspects, Set<String> captured) {
  /** Copies what it is given. */
  public CaseState {
    lines = List.copyOf(lines);
    suspects = List.copyOf(suspects);
    captured = Set.copyOf(captured);
  }

  /** The state that these lines tell. */
  public static CaseState of(List<JournalLine> lines) {
    Set<String> captured = new HashSet<>();
    for (JournalLine line : lines) {
      if (line.entry() instanceof Entry.EvidenceTaken(var item)) {
        captured.add(item.draft().source().uid());
      }
    }
    return new CaseState(lines, Suspects.of(lines), captured);
  }
}
