package org.lazaretto.ui.shell;

import java.nio.file.Path;
import org.lazaretto.report.Classification;
import org.lazaretto.report.ReportFormat;
import org.lazaretto.report.Reports;
import org.lazaretto.session.Dossier;
import org.lazaretto.session.Reporting;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.Workstation;

/**
 * A case that is only read, with its report as text.
 *
 * @param holds whether the chain holds
 */
record CaseReport(Dossier dossier, String text, boolean holds) {
  /** Reads a case without changing or locking it; blocks. */
  static CaseReport read(Workstation workstation, Path folder) throws SessionException {
    Dossier dossier = workstation.dossier(folder);
    Classification usual = Reporting.usual(dossier.info(), dossier.lines());
    String text = new Reports().write(dossier.report(usual), ReportFormat.MD);
    boolean holds = workstation.read(folder).verification().holds();
    return new CaseReport(dossier, text, holds);
  }
}
