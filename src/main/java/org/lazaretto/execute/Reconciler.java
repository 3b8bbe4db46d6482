package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Journal;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.port.ClusterReads;

/**
 * Finds what was under way when a run was cut off: intents without outcome, and steps that were
 * sent but never verified. Asks the cluster about each, and journals what it says; what could not
 * be told is asked again the next time.
 */
public final class Reconciler {
  private static final String CANNOT_TELL = new Verdict.CannotTell("").word();
  private static final Set<String> TO_BE_VERIFIED =
      Set.of(
          new StepOutcome.Done("").word(),
          new StepOutcome.AlreadySo("").word(),
          new StepOutcome.Unknown("").word());

  private final Aftermath aftermath;
  private final Journal journal;

  /** Reconciles one case with its cluster. */
  public Reconciler(ClusterReads reads, Journal journal) {
    this.aftermath = new Aftermath(reads, journal);
    this.journal = journal;
  }

  /**
   * One step that was under way.
   *
   * @param line the number of its intent line
   */
  public record Found(long line, Entry.StepNote step, Verdict verdict) {}

  /** The lines of those intents, oldest first, that nothing has settled yet; reads nothing. */
  public static List<JournalLine> open(List<JournalLine> lines) {
    Map<String, JournalLine> open = new LinkedHashMap<>();
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.Intent(var note) -> open.put(key(note.fingerprint(), note.step()), line);
        case Entry.Outcome outcome when !TO_BE_VERIFIED.contains(outcome.outcome()) ->
            open.remove(key(outcome.fingerprint(), outcome.step()));
        case Entry.Verified seen -> open.remove(key(seen.fingerprint(), seen.step()));
        case Entry.Reconciled done when !done.verdict().equals(CANNOT_TELL) ->
            open.values().removeIf(intent -> intent.number() == done.intentLine());
        default -> {}
      }
    }
    return List.copyOf(open.values());
  }

  private static String key(String fingerprint, String step) {
    return fingerprint + " " + step;
  }

  /**
   * Asks and journals.
   *
   * @throws JournalException if what was found cannot be written
   */
  public List<Found> reconcile() throws JournalException {
    List<Found> found = new ArrayList<>();
    for (JournalLine line : open(journal.lines())) {
      if (line.entry() instanceof Entry.Intent(var note)) {
        Verdict verdict = aftermath.of(line, note);
        journal.write(
            new Entry.Reconciled(
                line.number(), note.step(), note.target(), verdict.word(), verdict.text()));
        found.add(new Found(line.number(), note, verdict));
      }
    }
    return found;
  }
}
