package org.lazaretto.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;

/** How a case has ended, as its journal tells it: what each wizard came to last. */
final class CaseOutcome {
  private CaseOutcome() {}

  /** Prints how each wizard ended and says which exit status that is. */
  static int print(Console console, CaseFile file) {
    Map<String, Integer> statuses = new LinkedHashMap<>();
    for (JournalLine line : file.lines()) {
      if (line.entry() instanceof Entry.RunEnded ended) {
        console.print(ended.wizard() + ": " + ended.summary());
        statuses.put(ended.wizard(), status(ended.status()));
      }
      if (line.entry() instanceof Entry.Held held) {
        held.reasons().forEach(console::say);
        statuses.put(held.wizard(), ExitStatus.HELD);
      }
    }
    int worst = statuses.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return file.verification().holds() ? worst : Math.max(worst, ExitStatus.FAILED);
  }

  /** The status of a run that ended with that word. */
  static int status(String word) {
    return switch (word) {
      case "done", Entry.RunEnded.NOTHING -> ExitStatus.HOLDS;
      case "no-access", "journal-lost" -> ExitStatus.UNAVAILABLE;
      case "held" -> ExitStatus.HELD;
      case "uncertain" -> ExitStatus.UNKNOWN;
      default -> ExitStatus.FAILED;
    };
  }
}
