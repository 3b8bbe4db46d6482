package org.lazaretto.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Connections;
import org.lazaretto.plan.Wizard;

/** What a case has proven of the connections of the pods that it isolated. The newest counts. */
final class Proven {
  private Proven() {}

  /** The newest proof of each pod, by its UID; none of what was opened again since. */
  static Map<String, Connections> last(List<JournalLine> lines) {
    Map<String, Connections> last = new LinkedHashMap<>();
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.Isolated told -> last.put(told.pod().uid(), told.connections());
        case Entry.Approved approved when approved.wizard().equals(Wizard.RECOVER.word()) ->
            last.clear();
        default -> {}
      }
    }
    return last;
  }

  /** The newest proof of each pod that the plan of that fingerprint made. */
  static List<Entry.Isolated> by(String fingerprint, List<JournalLine> lines) {
    Map<String, Entry.Isolated> last = new LinkedHashMap<>();
    for (JournalLine line : lines) {
      if (line.entry() instanceof Entry.Isolated told && told.fingerprint().equals(fingerprint)) {
        last.put(told.pod().uid(), told);
      }
    }
    return new ArrayList<>(last.values());
  }
}
