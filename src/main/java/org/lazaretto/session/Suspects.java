package org.lazaretto.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.PodRef;

/** Who is under suspicion, as a journal tells it. */
public final class Suspects {
  private Suspects() {}

  /** The pods that are marked and not cleared, in the order of their marks. */
  public static List<PodRef> of(List<JournalLine> lines) {
    Map<String, PodRef> marked = new LinkedHashMap<>();
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.SuspectMarked mark -> marked.putIfAbsent(mark.pod().uid(), mark.pod());
        case Entry.SuspectCleared cleared -> marked.remove(cleared.pod().uid());
        default -> {}
      }
    }
    return List.copyOf(marked.values());
  }
}
