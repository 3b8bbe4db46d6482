package org.lazaretto.ui.shell;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.report.ReportPage;

/** The report in the picture's place, while somebody reads it; it has the keys from the first. */
final class ReportPlace implements AutoCloseable {
  private final StackPane place;
  private final Desk desk;
  private final Runnable turned;
  private Optional<ReportPage> page = Optional.empty();
  private Subscription listening = () -> {};

  /**
   * An empty place.
   *
   * @param turned is told that the report came or went
   */
  ReportPlace(StackPane place, Desk desk, Runnable turned) {
    this.place = place;
    this.desk = desk;
    this.turned = turned;
  }

  /** Whether the report is shown. */
  boolean isOpen() {
    return page.isPresent();
  }

  /** Shows the report as it is now. */
  void open() {
    if (page.isPresent()) {
      page.get().read();
      page.get().focus();
      return;
    }
    Runnable export =
        () -> desk.actions().byId("report.export").ifPresent(action -> action.run().run());
    ReportPage next =
        new ReportPage(
            desk.incident().dossier(),
            desk.background(),
            desk.classificationProperty(),
            new ReportPage.Doors(export, this::leave));
    page = Optional.of(next);
    listening = desk.recordProperty().subscribe((_, _) -> next.changed());
    place.getChildren().setAll(next.view());
    place.setVisible(true);
    next.focus();
    turned.run();
  }

  /** Gives the place back to the picture. */
  void leave() {
    if (page.isPresent()) {
      close();
      turned.run();
    }
  }

  @Override
  public void close() {
    listening.unsubscribe();
    page.ifPresent(Page::close);
    page = Optional.empty();
    place.getChildren().clear();
    place.setVisible(false);
  }
}
