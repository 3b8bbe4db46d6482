package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final String FAILED = new StepOutcome.Failed("").word();
  private static final Set<String> TO_BE_VERIFIED =
      Set.of(
          new StepOutcome.Done("").word(),
          new StepOutcome.AlreadySo("").word(),
          new StepOutcome.Unknown("").word(),
          FAILED);

  /** What only looks has nothing to settle once it has said that it cannot tell. */
  private static final Set<String> LOOKING =
      Set.of("keep-response", "probe-ingress", "look-inside", "prove-nothing-new");

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

  /**
   * The lines of those intents, oldest first, that nothing has settled yet; reads nothing. A
   * failure may have come after the server stored the change: it is open until a read told of it,
   * or its run ended without one because nothing can have been stored.
   */
  public static List<JournalLine> open(List<JournalLine> lines) {
    Map<String, JournalLine> open = new LinkedHashMap<>();
    Set<String> failed = new HashSet<>();
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.Intent(var note, _) -> {
          String key = key(note.fingerprint(), note.step());
          failed.remove(key);
          open.remove(key);
          open.put(key, line);
        }
        case Entry.Outcome outcome -> ended(open, failed, outcome);
        case Entry.Verified seen -> {
          String key = key(seen.fingerprint(), seen.step());
          failed.remove(key);
          Optional.ofNullable(open.get(key))
              .filter(intent -> !asksAgain(intent, seen))
              .ifPresent(_ -> open.remove(key));
        }
        case Entry.RunEnded(_, var fingerprint, _, _) ->
            open.keySet()
                .removeIf(key -> failed.contains(key) && key.startsWith(key(fingerprint, "")));
        case Entry.Reconciled done when !done.verdict().equals(CANNOT_TELL) ->
            open.values().removeIf(intent -> intent.number() == done.intentLine());
        default -> {}
      }
    }
    return List.copyOf(open.values());
  }

  private static void ended(
      Map<String, JournalLine> open, Set<String> failed, Entry.Outcome outcome) {
    String key = key(outcome.fingerprint(), outcome.step());
    if (!TO_BE_VERIFIED.contains(outcome.outcome())) {
      open.remove(key);
    }
    if (outcome.outcome().equals(FAILED)) {
      failed.add(key);
    }
  }

  private static boolean asksAgain(JournalLine intent, Entry.Verified seen) {
    return seen.verdict().equals(CANNOT_TELL)
        && intent.entry() instanceof Entry.Intent(var note, _)
        && !LOOKING.contains(note.action());
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
      if (line.entry() instanceof Entry.Intent(var note, _)) {
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
