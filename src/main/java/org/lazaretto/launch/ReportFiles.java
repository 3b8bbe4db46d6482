package org.lazaretto.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.Entry;
import org.lazaretto.port.CaseStores;
import org.lazaretto.report.Classification;
import org.lazaretto.report.ReportFormat;
import org.lazaretto.session.CaseDesk;
import org.lazaretto.session.Reporting;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;
import org.lazaretto.session.Workplace;

/** Writes a case's report into a folder and journals that it did. */
final class ReportFiles {
  private final Reporting reporting = new Reporting();
  private final Workplace place;

  ReportFiles(Workplace place) {
    this.place = place;
  }

  /** The files written; the journal of a damaged case is left as it is. */
  List<Path> write(
      CaseStores stores, List<ReportFormat> formats, Classification classification, Path folder)
      throws SessionException {
    CaseFile file = Reporting.read(stores);
    if (!file.verification().holds()) {
      return files(reporting.write(file, formats, classification, place), folder);
    }
    try (CaseDesk desk = CaseDesk.openOrCreate(stores, file.info(), place)) {
      desk.write(new Entry.EvidenceChecked(file.verification().evidence(), List.of()));
      CaseFile now = Reporting.read(stores);
      Map<ReportFormat, String> texts = reporting.write(now, formats, classification, place);
      List<Path> written = files(texts, folder);
      for (Map.Entry<ReportFormat, String> text : texts.entrySet()) {
        String name = name(text.getKey());
        desk.write(new Entry.ReportWritten(text.getKey().word(), name, sha256(text.getValue())));
      }
      return written;
    }
  }

  private static List<Path> files(Map<ReportFormat, String> texts, Path folder)
      throws SessionException {
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (Map.Entry<ReportFormat, String> text : texts.entrySet()) {
        Path file = folder.resolve(name(text.getKey()));
        Files.writeString(file, text.getValue());
        written.add(file);
      }
    } catch (IOException e) {
      throw new SessionException(
          Kind.UNAVAILABLE,
          "The report cannot be written to "
              + folder
              + " ("
              + e.getMessage()
              + "). The case is unchanged. Name another folder with --out.");
    }
    return written;
  }

  private static String name(ReportFormat format) {
    return "report." + format.word();
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
