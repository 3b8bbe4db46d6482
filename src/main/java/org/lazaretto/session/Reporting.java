package org.lazaretto.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.CaseJournal;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.port.CaseStores;
import org.lazaretto.report.CasePicture;
import org.lazaretto.report.ChainState;
import org.lazaretto.report.Classification;
import org.lazaretto.report.IncidentReport;
import org.lazaretto.report.ReportFormat;
import org.lazaretto.report.ReportInput;
import org.lazaretto.report.Reports;

/** Makes the incident report of a case, be its chain whole or damaged. */
public final class Reporting {
  private final Reports reports = new Reports();

  /** Reads a case without changing or locking it. */
  public static CaseFile read(CaseStores stores) throws SessionException {
    try {
      return CaseFile.read(stores);
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  /** The lines of a case, without changing or locking it; none where there is no case. */
  public static List<JournalLine> lines(CaseStores stores) throws SessionException {
    try {
      return CaseJournal.exists(stores) ? CaseFile.read(stores).lines() : List.of();
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  /** Reads a case while somebody watches; empty if they did not want it to its end. */
  static Optional<CaseFile> read(CaseStores stores, VerificationWatch watch)
      throws SessionException {
    try {
      return CaseFile.read(stores, watch);
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  /**
   * What a case says at one moment.
   *
   * @param lines its lines, first to last
   * @param pictures what it holds of the map
   */
  record Told(
      CaseInfo info, List<JournalLine> lines, ChainState chain, List<CasePicture> pictures) {
    Told {
      lines = List.copyOf(lines);
      pictures = List.copyOf(pictures);
    }

    static Told of(CaseFile file, CaseStores stores) {
      return new Told(
          file.info(),
          file.lines(),
          Reporting.chain(file.verification()),
          CasePictures.read(stores.evidence(), file.lines()));
    }
  }

  /** The report as a document. */
  static IncidentReport report(
      Told told, Circumstances seen, Classification classification, Workplace place) {
    return IncidentReport.of(
        new ReportInput(
            told.info(),
            told.lines(),
            told.chain(),
            new ReportInput.Edition(
                place.author().productVersion(), place.clock().instant(), classification),
            seen.gaps(),
            told.pictures(),
            seen.clusterNodes()));
  }

  /**
   * With whom a case's report is shared unless somebody says otherwise: as it was written last; at
   * first {@link Classification#AMBER}, and {@link Classification#CLEAR} for an exercise.
   */
  public static Classification usual(CaseInfo info, List<JournalLine> lines) {
    for (JournalLine line : lines.reversed()) {
      if (line.entry() instanceof Entry.ReportWritten written) {
        Optional<Classification> last = Classification.of(written.classification());
        if (last.isPresent()) {
          return last.get();
        }
      }
    }
    return info.exercise() ? Classification.CLEAR : Classification.AMBER;
  }

  /** The report in each of the formats, as text to be stored in UTF-8. */
  Map<ReportFormat, String> write(IncidentReport report, List<ReportFormat> formats) {
    Map<ReportFormat, String> written = new LinkedHashMap<>();
    formats.forEach(format -> written.put(format, reports.write(report, format)));
    return written;
  }

  static ChainState chain(Verification verification) {
    List<String> told = new ArrayList<>(verification.notices());
    verification.problems().forEach(problem -> told.add(problem.spoken()));
    return new ChainState(verification.holds(), told, false);
  }
}
