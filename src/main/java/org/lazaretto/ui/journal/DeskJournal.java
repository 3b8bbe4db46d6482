package org.lazaretto.ui.journal;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.util.Subscription;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Plan;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.Texts;

/** The journal of an open incident: it grows with the desk's, and its objects are looked at. */
public final class DeskJournal implements Page {
  private final JournalPane pane;
  private final Subscription listening;
  private final Actions.Offer offer;

  /** The journal pane of a desk. */
  public DeskJournal(Desk desk, DesktopServices desktop) {
    this.pane =
        new JournalPane(desk.incident().dossier(), desk.background(), new DeskHost(desk, desktop));
    ReportExport report = new ReportExport(desk, desktop);
    this.listening = desk.recordProperty().subscribe(_ -> pane.grew());
    this.offer =
        desk.actions()
            .offer(
                List.of(
                    Action.of("report.export", Texts.of("journal.action.report"), report::run)
                        .when(report::idle),
                    Action.of("journal.note", Texts.of("journal.action.note"), pane::beginNote)
                        .on(Shortcut.pressed("Shortcut+Shift+N")),
                    Action.of("journal.filter", Texts.of("journal.action.filter"), pane::find)
                        .on(Shortcut.pressed("Shortcut+Shift+F"))));
  }

  /** Goes to what the journal says of that plan. */
  public void show(Plan plan) {
    pane.showPlan(plan.fingerprint());
  }

  /**
   * The window around the journal.
   *
   * @param desktop shows folders
   */
  private record DeskHost(Desk desk, DesktopServices desktop) implements JournalHost {
    @Override
    public void showReport() {
      run("report.export");
    }

    @Override
    public void showVerification() {
      run("case.verify");
    }

    private void run(String id) {
      desk.actions().byId(id).ifPresent(action -> action.run().run());
    }

    @Override
    public void showFolder(Path what) {
      desktop.show(what, words -> desk.tell(Notice.warn(words)));
    }

    @Override
    public boolean selects() {
      return true;
    }

    @Override
    public void select(ObjectRef object) {
      desk.select(
          switch (object.kind()) {
            case "Pod" ->
                new Selection.OfPod(new PodRef(object.namespace(), object.name(), object.uid()));
            case "Node" -> new Selection.OfNode(object.name());
            default -> new Selection.OfWorkload(object);
          });
    }

    @Override
    public void grew() {
      desk.journalChanged();
    }
  }

  @Override
  public Parent view() {
    return pane.view();
  }

  @Override
  public void close() {
    listening.unsubscribe();
    offer.close();
    pane.close();
  }
}
