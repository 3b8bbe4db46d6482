package org.lazaretto.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.ChainReading;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.journal.Recheck;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.report.Classification;
import org.lazaretto.report.IncidentReport;

/**
 * A case as it is read, checked and reported, be it open for writing or only read. {@link #info},
 * {@link #lines} and {@link #folder} answer at once; everything else blocks. Safe to use from
 * several threads.
 */
public interface Dossier {
  /** What the case is. */
  CaseInfo info();

  /** The case folder. */
  Path folder();

  /** All lines that can be read, first to last; a list that never changes. */
  List<JournalLine> lines();

  /** Whether this program may write to the journal. */
  boolean writable();

  /**
   * How the chain stands, read from disk: of an open case what was added since the last call is
   * read and checked, of a case that is only read its verification is told.
   *
   * @throws SessionException UNAVAILABLE if the files cannot be read
   */
  ChainReading chain() throws SessionException;

  /**
   * Checks every line, every evidence hash and the head. If only evidence differs or all holds, an
   * open case journals that its evidence was checked.
   *
   * @return empty if the watch did not want it to its end
   * @throws SessionException UNAVAILABLE if the files cannot be read or the journal not written
   */
  Optional<Verification> verify(VerificationWatch watch) throws SessionException;

  /**
   * Hashes one evidence file again; an open case journals what came of it.
   *
   * @throws SessionException UNAVAILABLE if it cannot be read or the journal not written
   */
  Recheck recheck(EvidenceItem item) throws SessionException;

  /**
   * Writes a responder's note.
   *
   * @throws SessionException USAGE if the case is only read or the note is empty; UNAVAILABLE if
   *     the journal cannot be written, and then nothing more may be sent to a cluster
   */
  void note(String text) throws SessionException;

  /** The report as it would be written now, without hashing the evidence again. */
  IncidentReport report(Classification classification) throws SessionException;

  /**
   * Verifies the case, writes its report into its folder {@code reports} and journals it. A case
   * that is only read is opened for writing for the time it takes.
   *
   * @throws SessionException UNAVAILABLE if the disk refuses or the case is open elsewhere
   */
  List<WrittenReport> export(ReportFiles.Wish wish) throws SessionException;

  /**
   * Where an item's file lies; empty if its line names no place inside the case folder, as a line
   * that somebody changed may.
   */
  default Optional<Path> place(EvidenceItem item) {
    Path evidence = folder().resolve("evidence");
    return item.file().matches("evidence/[A-Za-z0-9][A-Za-z0-9.-]*/[A-Za-z0-9][A-Za-z0-9.-]*")
        ? Optional.of(folder().resolve(item.file()).normalize()).filter(p -> p.startsWith(evidence))
        : Optional.empty();
  }
}
