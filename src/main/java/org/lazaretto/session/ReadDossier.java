package org.lazaretto.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.ChainReading;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.journal.Recheck;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.port.CaseStores;
import org.lazaretto.report.Classification;
import org.lazaretto.report.IncidentReport;
import org.lazaretto.session.SessionException.Kind;

/** The dossier of a case as it was read from its folder, be it damaged or not. */
final class ReadDossier implements Dossier {
  private final CaseStores stores;
  private final CaseFile file;
  private final Path folder;
  private final Workplace place;

  ReadDossier(CaseStores stores, CaseFile file, Path folder, Workplace place) {
    this.stores = stores;
    this.file = file;
    this.folder = folder;
    this.place = place;
  }

  @Override
  public CaseInfo info() {
    return file.info();
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public List<JournalLine> lines() {
    return file.lines();
  }

  @Override
  public boolean writable() {
    return false;
  }

  @Override
  public ChainReading chain() {
    return ChainReading.of(file.verification());
  }

  @Override
  public Optional<Verification> verify(VerificationWatch watch) throws SessionException {
    return Reporting.read(stores, watch).map(CaseFile::verification);
  }

  @Override
  public Recheck recheck(EvidenceItem item) throws SessionException {
    try {
      return Recheck.of(stores, item);
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  @Override
  public void note(String text) throws SessionException {
    throw new SessionException(
        Kind.USAGE,
        "The case is only read, so no note can be written. Nothing was changed. Open the case to write.");
  }

  @Override
  public IncidentReport report(Classification classification) {
    return Reporting.report(
        Reporting.Told.of(file, stores), Circumstances.NONE, classification, place);
  }

  @Override
  public List<WrittenReport> export(ReportFiles.Wish wish) throws SessionException {
    ReportPlace where = ReportPlace.inCase(folder, place.clock().instant());
    return new ReportFiles(place).write(stores, wish, where);
  }
}
