package org.lazaretto.report;

import java.util.List;

/**
 * What verifying the journal's hash chain gave, as the report's first page says it.
 *
 * @param holds whether every line carries the hash of the line before it, up to the head
 * @param problems what is damaged or missing, one sentence each; empty if nothing
 * @param anchored whether the head was kept outside the reach of those who keep the journal
 */
public record ChainState(boolean holds, List<String> problems, boolean anchored) {
  /** Copies what it is given. */
  public ChainState {
    problems = List.copyOf(problems);
  }
}
