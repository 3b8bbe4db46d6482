package org.lazaretto.journal;

import java.util.List;
import org.lazaretto.journal.Verification.Problem;

/**
 * How the chain of a journal stands, as its file says.
 *
 * @param lines how many complete lines were read and checked
 * @param head the hash of the last one; 64 zeros if there is none
 * @param behind how many lines the file HEAD does not cover; more than none is what a sudden end or
 *     a burst of lines leaves
 * @param problems what does not hold, in the order of the lines
 */
public record ChainReading(long lines, String head, long behind, List<Problem> problems) {
  /** Copies what it is given. */
  public ChainReading {
    problems = List.copyOf(problems);
  }

  /** Whether every line that was read follows from the one before it, up to the head. */
  public boolean holds() {
    return problems.isEmpty();
  }

  /** What a verification says of the chain; its evidence counts too. */
  public static ChainReading of(Verification verification) {
    return new ChainReading(verification.lines(), verification.head(), 0, verification.problems());
  }
}
