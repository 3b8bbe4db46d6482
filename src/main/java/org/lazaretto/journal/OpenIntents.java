package org.lazaretto.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps that were about to be sent and whose end is not in the journal: what a sudden end leaves.
 * Each is to be read back from the cluster and answered by an {@link Entry.Reconciled}.
 */
public final class OpenIntents {
  private OpenIntents() {}

  /**
   * One of them.
   *
   * @param line the number of the intent's line
   */
  public record OpenIntent(long line, Entry.StepNote step) {
    boolean isOf(String fingerprint, String id) {
      return step.fingerprint().equals(fingerprint) && step.step().equals(id);
    }
  }

  /** Those of the lines, first to last. An outcome ends the latest intent of its plan and step. */
  public static List<OpenIntent> of(List<JournalLine> lines) {
    List<OpenIntent> open = new ArrayList<>();
    for (JournalLine line : lines) {
      if (line.entry() instanceof Entry.Intent(var step)) {
        open.add(new OpenIntent(line.number(), step));
      } else if (line.entry() instanceof Entry.Outcome outcome) {
        end(open, outcome);
      } else if (line.entry() instanceof Entry.Reconciled reconciled) {
        open.removeIf(intent -> intent.line() == reconciled.intentLine());
      }
    }
    return List.copyOf(open);
  }

  private static void end(List<OpenIntent> open, Entry.Outcome outcome) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).isOf(outcome.fingerprint(), outcome.step())) {
        open.remove(i);
        return;
      }
    }
  }
}
