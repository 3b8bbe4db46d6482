package org.lazaretto.journal;

import java.util.List;

/**
 * The journal of one open case. A call that returns has its line on disk; a call that throws has
 * written nothing that counts, and the caller must not act. Safe to use from several threads.
 */
public interface Journal {
  /** Appends an entry; returns when it is on disk. */
  JournalLine write(Entry entry) throws JournalException;

  /**
   * Keeps bytes as an evidence item: a read-only file, then the line that registers it.
   *
   * @param bytes the captured bytes, unchanged
   */
  EvidenceItem keep(EvidenceDraft draft, byte[] bytes) throws JournalException;

  /** All lines so far, first to last: a list that never changes and takes no time to get. */
  List<JournalLine> lines();

  /** What the case is. */
  CaseInfo info();
}
