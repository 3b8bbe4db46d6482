package org.lazaretto.ui.report;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
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
  private static final double BEFORE = 24;

  /** A page that is lower than this has no room for what does not scroll. */
  private static final double LOW = 400;

  private final Dossier dossier;
  private final Background background;
  private final ObjectProperty<Classification> classification;
  private final Doors doors;
  private final Parent view;
  private final PageSearch search;
  private final BodyPane body;
  private final Subscription reclassified;
  private Optional<Background.Running> reading = Optional.empty();
  private boolean outdated;
  private Prints prints = Prints.NONE;
  @FXML private ComboBox<Classification> classificationCombo;
  @FXML private StackPane searchPane;
  @FXML private FlowPane contentsPane;
  @FXML private ScrollPane bodyScroll;
  @FXML private VBox pageBox;
  @FXML private VBox groundBox;
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

  /**
   * A page that reads that case's report.
   *
   * @param classification with whom the report may be shared; the page lets it be chosen
   */
  public ReportPage(
      Dossier dossier,
      Background background,
      ObjectProperty<Classification> classification,
      Doors doors) {
    this.dossier = dossier;
    this.background = background;
    this.classification = classification;
    this.doors = doors;
    this.view = Pages.load("report/report", this);
    this.search = new PageSearch(this::scrollTo, () -> bodyScroll.requestFocus());
    this.body = new BodyPane(bodyBox, () -> search.read(bodyBox));
    searchPane.getChildren().setAll(search.view());
    refreshButton.setOnAction(_ -> read());
    exportButton.setOnAction(_ -> doors.export().run());
    closeButton.setOnAction(_ -> doors.leave().run());
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    classificationCombo.getItems().setAll(Classification.values());
    classificationCombo.setCellFactory(_ -> new ClassificationCell(true));
    classificationCombo.setButtonCell(new ClassificationCell(false));
    classificationCombo.valueProperty().bindBidirectional(classification);
    pageBox.heightProperty().subscribe(height -> place(height.doubleValue() < LOW));
    this.reclassified = classification.subscribe(_ -> read());
  }

  /** The list of contents stays in sight, or goes with what it lists where that is left no room. */
  private void place(boolean low) {
    if (low && pageBox.getHeight() > 0 && pageBox.getChildren().remove(contentsPane)) {
      groundBox.getChildren().addFirst(contentsPane);
    } else if (!low && groundBox.getChildren().remove(contentsPane)) {
      pageBox.getChildren().add(pageBox.getChildren().indexOf(bodyScroll), contentsPane);
    }
  }

  private void key(KeyEvent event) {
    if (search.handles(event)) {
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      doors.leave().run();
      event.consume();
    }
  }

  /** Takes the keys, also before there is something to read: Escape leaves, Ctrl+F searches. */
  public void focus() {
    bodyScroll.requestFocus();
  }

  /** Reads the case again. */
  public void read() {
    cancel();
    outdated = false;
    if (body.isEmpty()) {
      say(new StatePane(StatePane.State.LOADING, Texts.of("report.loading"), Optional.empty()));
    }
    Classification wanted = classification.get();
    Prints known = prints;
    reading =
        Optional.of(
            background.run(
                () -> Reading.of(dossier.report(wanted), known), this::show, this::failed));
  }

  /** What a worker made of the case. */
  private record Reading(IncidentReport report, Prints prints) {
    static Reading of(IncidentReport report, Prints known) {
      return new Reading(report, known.of(report));
    }
  }

  /** The case has more lines: reads it again, after a reading that is under way. */
  public void changed() {
    if (reading.isPresent()) {
      outdated = true;
    } else {
      read();
    }
  }

  private void show(Reading done) {
    reading = Optional.empty();
    prints = done.prints();
    List<ReportBody.Section> sections = ReportBody.of(done.report(), prints);
    if (contentsPane.getChildren().isEmpty()) {
      list(sections);
    }
    body.show(sections);
    if (outdated) {
      read();
    }
  }

  private void list(List<ReportBody.Section> sections) {
    for (int i = 0; i < sections.size(); i++) {
      int place = i;
      String title = sections.get(i).title();
      if (!title.isEmpty()) {
        Hyperlink link = new Hyperlink(title);
        link.setOnAction(_ -> body.section(place).ifPresent(this::scrollTo));
        contentsPane.getChildren().add(link);
      }
    }
  }

  /** Brings something of the body near the upper edge, with a little of what stands before it. */
  private void scrollTo(Node part) {
    double beyond = groundBox.getHeight() - bodyScroll.getViewportBounds().getHeight();
    if (beyond > 0 && part.getScene() != null) {
      Point2D place = groundBox.sceneToLocal(part.localToScene(0, 0));
      bodyScroll.setVvalue(Math.clamp((place.getY() - BEFORE) / beyond, 0, 1));
    }
  }

  private void failed(Failure failure) {
    reading = Optional.empty();
    say(
        new StatePane(
            StatePane.State.FAILED,
            failure.code() + ": " + failure.words(),
            Optional.of(new StatePane.Remedy(Texts.of("report.again"), this::read))));
  }

  private void say(StatePane state) {
    contentsPane.getChildren().clear();
    body.say(state);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    cancel();
    body.close();
    reclassified.unsubscribe();
    classificationCombo.valueProperty().unbindBidirectional(classification);
  }

  private void cancel() {
    reading.ifPresent(Background.Running::cancel);
    reading = Optional.empty();
  }
}
