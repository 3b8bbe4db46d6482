package org.lazaretto.ui.journal;

import org.lazaretto.journal.ChainReading;
import org.lazaretto.journal.Verification.Problem;
import org.lazaretto.ui.fx.Texts;

/**
 * What the pane says of the chain.
 *
 * @param outcome sign and words
 * @param details whole sentences, for who looks closer
 * @param head the hash of the last line that was checked; empty if none was
 */
public record ChainSign(RowOutcome outcome, String details, String head) {
  /** Nothing was checked yet. */
  static final ChainSign CHECKING =
      new ChainSign(
          RowOutcome.of(RowOutcome.Tone.RUNNING, "chain.checking", ""),
          Texts.of("journal.chain.checking"),
          "");

  /**
   * Says how a chain stands.
   *
   * @param known how many lines this program knows; more than were checked is a check under way
   * @param live whether the case is open, so that only its chain was looked at
   */
  static ChainSign of(ChainReading reading, int known, boolean live) {
    if (!reading.holds()) {
      return broken(reading, live);
    }
    if (reading.lines() < known) {
      return new ChainSign(CHECKING.outcome(), CHECKING.details(), reading.head());
    }
    if (reading.behind() > 0) {
      return new ChainSign(
          new RowOutcome(
              RowOutcome.Tone.CAUTION, Texts.of("journal.chain.behind", reading.behind()), ""),
          Texts.of("journal.chain.behind.details", reading.behind()),
          reading.head());
    }
    String key = live ? "chain" : "case";
    return new ChainSign(
        RowOutcome.of(RowOutcome.Tone.GOOD, key + ".verified", ""),
        Texts.of("journal." + key + ".verified.details", reading.lines()),
        reading.head());
  }

  private static ChainSign broken(ChainReading reading, boolean live) {
    Problem first = reading.problems().getFirst();
    String words =
        live && first.line() > 0
            ? Texts.of("journal.chain.broken.at", first.line())
            : Texts.of(live ? "journal.chain.broken" : "journal.case.damaged");
    StringBuilder details = new StringBuilder(Texts.of("journal.chain.broken.details"));
    reading.problems().stream()
        .limit(8)
        .forEach(problem -> details.append("\n· ").append(problem.spoken()));
    return new ChainSign(
        new RowOutcome(RowOutcome.Tone.BAD, words, ""), details.toString(), reading.head());
  }

  /** The files could not be read. */
  static ChainSign unread(String why) {
    return new ChainSign(RowOutcome.of(RowOutcome.Tone.CAUTION, "chain.unread", why), why, "");
  }
}
