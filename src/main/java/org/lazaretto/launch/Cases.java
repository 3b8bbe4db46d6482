package org.lazaretto.launch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.port.CaseStores;
import org.lazaretto.session.CaseDesk;
import org.lazaretto.session.Reporting;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.Workplace;

/** Opens the case that the options of a command name. */
final class Cases {
  private final CaseFolders folders;
  private final Workplace place;

  Cases(Workplace place) {
    this.place = place;
    this.folders = new CaseFolders(place.workers());
  }

  CaseStores at(Path folder) {
    return folders.at(folder);
  }

  /** The lines of the case in a folder; none if there is no case. Reads only. */
  List<JournalLine> lines(Path folder) throws SessionException {
    return Reporting.lines(at(folder));
  }

  CaseDesk openOrCreate(CaseOptions options, ClusterIdentity cluster) throws SessionException {
    CaseInfo fresh =
        new CaseInfo(
            id(options.folder()),
            options.title().orElse("Incident on " + cluster.name()),
            "",
            "",
            options.exercise());
    return CaseDesk.openOrCreate(at(options.folder()), fresh, place(options));
  }

  CaseDesk create(Path folder, CaseInfo info, Optional<String> operator) throws SessionException {
    return CaseDesk.create(at(folder), info, place(operator));
  }

  /** The workplace with the operator that the command names. */
  Workplace place(CaseOptions options) {
    return place(options.operator());
  }

  Workplace place(Optional<String> operator) {
    return operator.map(place::by).orElse(place);
  }

  /** The time by the workplace's clock. */
  Instant now() {
    return place.clock().instant();
  }

  /** The folder's own name, as far as it can stand in a case's id. */
  static String id(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    String word = name == null ? "" : name.toString().replaceAll("[^A-Za-z0-9._-]", "-");
    return word.isEmpty() ? "case" : word;
  }
}
