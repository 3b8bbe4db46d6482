package org.lazaretto.ui.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;

/**
 * One row of the timeline: all that the journal says of one step, one plan, one freeze, or a line
 * that stands alone.
 *
 * @param first its first line, by whose number it is known
 * @param lines all its lines, first to last
 */
public record JournalRow(
    JournalLine first, RowKind kind, RowText what, RowOutcome outcome, List<JournalLine> lines) {
  /** From so many digits on a word may be a hash. */
  private static final int HASH = 6;

  /** Copies what it is given. */
  public JournalRow {
    lines = List.copyOf(lines);
  }

  /** The number of its first line. */
  public long number() {
    return first.number();
  }

  /** When it began. */
  public Instant at() {
    return first.at();
  }

  /** Who was at the keyboard. */
  public String who() {
    return first.operator();
  }

  /** The evidence that it kept. */
  public List<EvidenceItem> evidence() {
    return lines.stream()
        .map(JournalLine::entry)
        .filter(Entry.EvidenceTaken.class::isInstance)
        .map(entry -> ((Entry.EvidenceTaken) entry).item())
        .toList();
  }

  /** Whether it is the row of that plan as a whole. */
  boolean isPlan(String fingerprint) {
    return kind == RowKind.PLAN
        && lines.stream()
            .anyMatch(line ->
                switch (line.entry()) {
                  case Entry.Approved approved -> approved.fingerprint().equals(fingerprint);
                  case Entry.Held held -> held.fingerprint().equals(fingerprint);
                  case Entry.RunEnded run -> run.fingerprint().equals(fingerprint);
                  default -> false;
                });
  }

  /** Whether a filter's words, in lower case, all stand in it. */
  boolean has(List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    String text = told().toLowerCase(Locale.ROOT);
    return words.stream().allMatch(word -> text.contains(word) || hashed(word));
  }

  /** Whether a word is how a hash of it begins; a few digits stand in any hash. */
  private boolean hashed(String word) {
    return word.length() >= HASH
        && lines.stream()
            .anyMatch(line ->
                line.hash().startsWith(word)
                    || (line.entry() instanceof Entry.EvidenceTaken(var item)
                        && item.sha256().startsWith(word)));
  }

  private String told() {
    StringBuilder text = new StringBuilder(256);
    text.append(first.at()).append(' ').append(who()).append(' ').append(kind.word()).append(' ');
    text.append(what.text()).append(' ').append(outcome.words()).append(' ').append(outcome.why());
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.EvidenceTaken(var item) -> text.append(' ').append(item.id());
        case Entry.Intent(var note, _) ->
            text.append(' ').append(note.step()).append(' ').append(note.command());
        default -> {}
      }
    }
    return text.toString();
  }
}
