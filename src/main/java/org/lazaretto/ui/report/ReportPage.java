package org.lazaretto.ui.report;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lazaretto.report.Classification;
import org.lazaretto.report.IncidentReport;
import org.lazaretto.session.Dossier;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;

/** The report as it would be written now, to be read before it is exported. */
public final class ReportPage implements Page {
  private final Dossier dossier;
  private final Background background;
  private final Parent view;
  private Optional<Background.Running> reading = Optional.empty();
  @FXML private FlowPane contentsPane;
  @FXML private ScrollPane bodyScroll;
  @FXML private VBox bodyBox;
  @FXML private Button refreshButton;
  @FXML private Button exportButton;
  @FXML private Button closeButton;

  /**
   * Where the page's buttons lead.
   *
   * @param export writes the report into the case
   * @param leave closes the page
   */
  public record Doors(Runnable export, Runnable leave) {}

  /** A page that reads that case's report. */
  public ReportPage(Dossier dossier, Background background, Doors doors) {
    this.dossier = dossier;
    this.background = background;
    this.view = Pages.load("report/report", this);
    refreshButton.setOnAction(_ -> read());
    exportButton.setOnAction(_ -> doors.export().run());
    closeButton.setOnAction(_ -> doors.leave().run());
    view.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        doors.leave().run();
        event.consume();
      }
    });
    read();
  }

  /** Reads the case again. */
  public void read() {
    close();
    say(new StatePane(StatePane.State.LOADING, Texts.of("report.loading"), Optional.empty()));
    Classification classification =
        dossier.info().exercise() ? Classification.CLEAR : Classification.AMBER;
    reading =
        Optional.of(background.run(() -> dossier.report(classification), this::show, this::failed));
  }

  private void show(IncidentReport report) {
    contentsPane.getChildren().clear();
    bodyBox.getChildren().clear();
    for (ReportBody.Section section : ReportBody.of(report)) {
      bodyBox.getChildren().add(section.node());
      if (!section.title().isEmpty()) {
        Hyperlink link = new Hyperlink(section.title());
        link.setOnAction(_ -> scrollTo(section.node()));
        contentsPane.getChildren().add(link);
      }
    }
    bodyScroll.setVvalue(0);
    bodyScroll.requestFocus();
  }

  private void scrollTo(Node section) {
    double beyond = bodyBox.getHeight() - bodyScroll.getViewportBounds().getHeight();
    if (beyond > 0) {
      bodyScroll.setVvalue(Math.min(1, section.getBoundsInParent().getMinY() / beyond));
    }
  }

  private void failed(Failure failure) {
    say(
        new StatePane(
            StatePane.State.FAILED,
            failure.code() + ": " + failure.words(),
            Optional.of(new StatePane.Remedy(Texts.of("report.again"), this::read))));
  }

  private void say(StatePane state) {
    contentsPane.getChildren().clear();
    bodyBox.getChildren().setAll(state);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    reading.ifPresent(Background.Running::cancel);
    reading = Optional.empty();
  }
}
