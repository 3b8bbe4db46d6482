package org.lazaretto.ui.shell;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.report.ReportPage;

/** The report in the picture's place, while somebody reads it. */
final class ReportPlace implements AutoCloseable {
  private final StackPane place;
  private final Desk desk;
  private Optional<ReportPage> page = Optional.empty();
  private Subscription listening = () -> {};

  ReportPlace(StackPane place, Desk desk) {
    this.place = place;
    this.desk = desk;
  }

  /** Shows the report as it is now. */
  void open() {
    if (page.isPresent()) {
      page.get().read();
      return;
    }
    Runnable export =
        () -> desk.actions().byId("report.export").ifPresent(action -> action.run().run());
    ReportPage next =
        new ReportPage(
            desk.incident().dossier(),
            desk.background(),
            desk.classificationProperty(),
            new ReportPage.Doors(export, this::close));
    page = Optional.of(next);
    listening = desk.recordProperty().subscribe((_, _) -> next.changed());
    place.getChildren().setAll(next.view());
    place.setVisible(true);
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
