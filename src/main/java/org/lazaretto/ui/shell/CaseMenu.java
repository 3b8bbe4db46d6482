package org.lazaretto.ui.shell;

import java.util.List;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;
import org.lazaretto.ui.verify.Subject;
import org.lazaretto.ui.verify.VerifySheet;

/** What can be done with the open case. */
final class CaseMenu {
  private final Desk desk;
  private final DesktopServices desktop;
  private final WindowControls controls;

  CaseMenu(Desk desk, DesktopServices desktop, WindowControls controls) {
    this.desk = desk;
    this.desktop = desktop;
    this.controls = controls;
  }

  DesktopServices desktop() {
    return desktop;
  }

  WindowControls controls() {
    return controls;
  }

  /** The actions, in the groups in which a menu shows them. */
  List<List<Action>> groups() {
    return List.of(
        List.of(
            Action.of("order.open", Texts.of("shell.case.order"), this::order),
            Action.of("rights.open", Texts.of("shell.case.rights"), this::rights),
            Action.of("papers.open", Texts.of("shell.case.papers"), this::papers)),
        List.of(
            Action.of("case.verify", Texts.of("shell.case.verify"), this::verify),
            Action.of("case.folder", Texts.of("shell.case.folder"), this::folder),
            Action.of("case.copy", Texts.of("shell.case.copy"), this::copy)),
        List.of(Action.of("case.close", Texts.of("shell.case.close"), controls::showStart)));
  }

  private void order() {
    controls.showSheet(new OrderSheet(desk, controls::hideSheet));
  }

  private void papers() {
    controls.showSheet(new PapersSheet(desk, controls::hideSheet));
  }

  private void rights() {
    controls.showSheet(
        new RightsSheet(
            Texts.of("shell.rights.title"),
            desk.incident()::rights,
            desk.background(),
            controls::hideSheet));
  }

  private void folder() {
    desktop.show(desk.incident().folder(), words -> desk.tell(Notice.warn(words)));
  }

  private void copy() {
    Clip.copy(desk.incident().folder().toString());
    desk.tell(Notice.inform(Texts.of("shell.case.copied")));
  }

  private void verify() {
    controls.showSheet(
        new VerifySheet(
            Subject.of(desk.incident().dossier()),
            desk.background(),
            desk::journalChanged,
            controls::hideSheet));
  }
}
