package org.lazaretto.report;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;

/**
 * Everything a report is made from; nothing else flows into it.
 *
 * @param info what the case is
 * @param lines the journal, first line to last
 * @param chain what verifying the journal gave
 * @param edition by what, when and for whom the report is made
 * @param gaps stale periods and denied kinds that no journal line tells of yet
 * @param pictures the pictures that the case holds, in the order of their lines
 * @param clusterNodes how many nodes the cluster has; empty if nobody counted
 */
public record ReportInput(
    CaseInfo info,
    List<JournalLine> lines,
    ChainState chain,
    Edition edition,
    List<Entry.Gap> gaps,
    List<CasePicture> pictures,
    OptionalInt clusterNodes) {
  /** Copies what it is given. */
  public ReportInput {
    lines = List.copyOf(lines);
    gaps = List.copyOf(gaps);
    pictures = List.copyOf(pictures);
  }

  /**
   * One making of the report.
   *
   * @param productVersion the version of this product
   * @param generated when the report is made
   * @param classification with whom it may be shared
   */
  public record Edition(String productVersion, Instant generated, Classification classification) {}
}
