package org.lazaretto.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Verification;
import org.lazaretto.port.CaseStores;
import org.lazaretto.report.Classification;
import org.lazaretto.report.IncidentReport;
import org.lazaretto.report.ReportFormat;
import org.lazaretto.session.SessionException.Kind;

/**
 * Writes a case's report into a folder and journals that it did. The evidence is hashed again
 * before; the journal of a damaged case is left as it is.
 */
public final class ReportFiles {
  private final Reporting reporting = new Reporting();
  private final Workplace place;

  /** Reports that are made at that place. */
  public ReportFiles(Workplace place) {
    this.place = place;
  }

  /**
   * What is wanted.
   *
   * @param formats at least one
   */
  public record Wish(List<ReportFormat> formats, Classification classification) {
    /** Copies what it is given. */
    public Wish {
      formats = List.copyOf(formats);
    }
  }

  /**
   * Writes the report of a case that nobody has open, which is opened for the time it takes.
   *
   * @param folder where it goes; made if it is missing
   * @throws SessionException UNAVAILABLE if the case is open elsewhere or the disk refuses
   */
  public List<WrittenReport> write(CaseStores stores, Wish wish, Path folder)
      throws SessionException {
    return write(stores, wish, ReportPlace.named(folder));
  }

  List<WrittenReport> write(CaseStores stores, Wish wish, ReportPlace where)
      throws SessionException {
    CaseFile file = Reporting.read(stores);
    if (!file.verification().holds()) {
      return files(Reporting.Told.of(file, stores), Circumstances.NONE, wish, where);
    }
    try (CaseDesk desk = CaseDesk.openOrCreate(stores, file.info(), place)) {
      desk.write(new Entry.EvidenceChecked(file.verification().evidence(), List.of()));
      desk.settleHead();
      Reporting.Told now = Reporting.Told.of(Reporting.read(stores), stores);
      return journalled(desk, files(now, Circumstances.NONE, wish, where), wish, where);
    }
  }

  /** Writes the report of a case that this program has open, and has just verified. */
  List<WrittenReport> write(
      CaseDesk desk, Verification verification, Circumstances seen, Wish wish, ReportPlace where)
      throws SessionException {
    boolean holds = verification.holds();
    if (holds) {
      desk.write(new Entry.EvidenceChecked(verification.evidence(), List.of()));
    }
    Reporting.Told told =
        new Reporting.Told(
            desk.journal().info(),
            desk.journal().lines(),
            Reporting.chain(verification),
            desk.pictures());
    List<WrittenReport> written = files(told, seen, wish, where);
    return holds ? journalled(desk, written, wish, where) : written;
  }

  private static List<WrittenReport> journalled(
      CaseDesk desk, List<WrittenReport> written, Wish wish, ReportPlace where)
      throws SessionException {
    for (WrittenReport report : written) {
      String name = where.called() + report.file().getFileName();
      desk.write(
          new Entry.ReportWritten(
              report.format().word(), name, report.sha256(), wish.classification().label()));
    }
    return written;
  }

  private List<WrittenReport> files(
      Reporting.Told told, Circumstances seen, Wish wish, ReportPlace where)
      throws SessionException {
    IncidentReport report = Reporting.report(told, seen, wish.classification(), place);
    List<WrittenReport> written = new ArrayList<>();
    try {
      for (Map.Entry<ReportFormat, String> text :
          reporting.write(report, wish.formats()).entrySet()) {
        Path file = where.write(text.getKey().word(), text.getValue());
        written.add(new WrittenReport(text.getKey(), file, sha256(text.getValue())));
      }
    } catch (IOException e) {
      throw new SessionException(
          Kind.UNAVAILABLE,
          "The report cannot be written to %s (%s). %s Free space or make it writable, or choose another folder."
              .formatted(where.folder(), e.getMessage(), left(written)));
    }
    return List.copyOf(written);
  }

  private static String left(List<WrittenReport> written) {
    return written.isEmpty()
        ? "Nothing of it was left there, and the journal names no report."
        : "Only a part of it is there, and the journal does not name it.";
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
