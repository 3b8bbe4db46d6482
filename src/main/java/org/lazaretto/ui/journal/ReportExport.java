package org.lazaretto.ui.journal;

import java.util.List;
import org.lazaretto.report.ReportFormat;
import org.lazaretto.session.ReportFiles;
import org.lazaretto.session.WrittenReport;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/**
 * Verifies the case, writes its report into the case's folder in every format, and shows it in the
 * desktop's browser. One at a time.
 */
final class ReportExport {
  private final Desk desk;
  private final DesktopServices desktop;
  private boolean busy;

  ReportExport(Desk desk, DesktopServices desktop) {
    this.desk = desk;
    this.desktop = desktop;
  }

  boolean idle() {
    return !busy;
  }

  void run() {
    if (busy) {
      return;
    }
    busy = true;
    desk.tell(Notice.inform(Texts.of("journal.report.exporting")));
    ReportFiles.Wish wish =
        new ReportFiles.Wish(
            List.of(ReportFormat.HTML, ReportFormat.MD, ReportFormat.JSON),
            desk.classificationProperty().get());
    desk.background().run(() -> desk.incident().dossier().export(wish), this::done, this::failed);
  }

  private void done(List<WrittenReport> written) {
    busy = false;
    desk.journalChanged();
    WrittenReport first = written.getFirst();
    desk.tell(
        Notice.done(Texts.of("journal.report.done", first.file().toString(), first.sha256())));
    desktop.show(first.file(), words -> desk.tell(Notice.warn(words)));
  }

  private void failed(Failure failure) {
    busy = false;
    desk.journalChanged();
    desk.tell(Notice.of(failure));
  }
}
