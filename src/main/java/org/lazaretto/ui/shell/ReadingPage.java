package org.lazaretto.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.lazaretto.journal.ChainReading;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.report.Classification;
import org.lazaretto.report.ReportFormat;
import org.lazaretto.session.Dossier;
import org.lazaretto.session.ReportFiles;
import org.lazaretto.session.WrittenReport;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;
import org.lazaretto.ui.journal.JournalHost;
import org.lazaretto.ui.journal.JournalPane;
import org.lazaretto.ui.report.ReportPage;
import org.lazaretto.ui.verify.Subject;
import org.lazaretto.ui.verify.VerifySheet;

/** A case that is read and not written: its report, its journal, and whether its chain holds. */
final class ReadingPage implements Page, JournalHost {
  private final Dossier dossier;
  private final Background background;
  private final DesktopServices desktop;
  private final WindowControls controls;
  private final SimpleObjectProperty<Classification> classification =
      new SimpleObjectProperty<>(Classification.AMBER);
  private final Parent view;
  private final ReportPage report;
  private final JournalPane journal;
  private final Background.Running checking;
  private String details = "";
  @FXML private NameLabel idLabel;
  @FXML private Label chainLabel;
  @FXML private Button verifyButton;
  @FXML private Button folderButton;
  @FXML private Button backButton;
  @FXML private HBox messageBar;
  @FXML private Label messageLabel;
  @FXML private Button messageCopyButton;
  @FXML private Button messageCloseButton;
  @FXML private StackPane reportPane;
  @FXML private StackPane journalPane;

  ReadingPage(
      Dossier dossier, Background background, DesktopServices desktop, WindowControls controls) {
    this.dossier = dossier;
    this.background = background;
    this.desktop = desktop;
    this.controls = controls;
    this.view = Pages.load("shell/reading", this);
    this.report =
        new ReportPage(
            dossier,
            background,
            classification,
            new ReportPage.Doors(this::export, controls::showStart));
    this.journal = new JournalPane(dossier, background, this);
    reportPane.getChildren().setAll(report.view());
    journalPane.getChildren().setAll(journal.view());
    idLabel.setName(dossier.info().id());
    verifyButton.setOnAction(_ -> showVerification());
    folderButton.setOnAction(_ -> showFolder(dossier.folder()));
    backButton.setOnAction(_ -> controls.showStart());
    messageCopyButton.setOnAction(_ -> Clip.copy(details));
    messageCloseButton.setOnAction(_ -> messageBar.setVisible(false));
    messageBar.managedProperty().bind(messageBar.visibleProperty());
    this.checking = background.run(dossier::chain, this::checked, this::failed);
  }

  /** Takes the keys; the page stands in a window. */
  void focus() {
    report.focus();
  }

  private void checked(ChainReading chain) {
    chainLabel.setText(Texts.of(chain.holds() ? "shell.reading.holds" : "shell.reading.broken"));
    chainLabel.getStyleClass().add(chain.holds() ? "tone-good" : "tone-bad");
  }

  private void export() {
    say(Texts.of("shell.reading.exporting"), "");
    ReportFiles.Wish wish =
        new ReportFiles.Wish(
            List.of(ReportFormat.HTML, ReportFormat.MD, ReportFormat.JSON), classification.get());
    background.run(() -> dossier.export(wish), this::exported, this::failed);
  }

  private void exported(List<WrittenReport> written) {
    WrittenReport first = written.getFirst();
    String where = first.file().toString();
    say(Texts.of("shell.reading.exported", where), where + "\n" + first.sha256());
    desktop.show(first.file(), words -> say(words, where));
  }

  private void failed(Failure failure) {
    say(failure.words(), failure.copyable());
  }

  private void say(String words, String copyable) {
    messageLabel.setText(words);
    details = copyable.isEmpty() ? words : copyable;
    messageBar.setVisible(true);
  }

  @Override
  public void showReport() {
    export();
  }

  @Override
  public void showVerification() {
    controls.showSheet(
        new VerifySheet(Subject.of(dossier), background, () -> {}, controls::hideSheet));
  }

  @Override
  public void showFolder(Path what) {
    desktop.show(what, words -> say(words, what.toString()));
  }

  @Override
  public boolean selects() {
    return false;
  }

  @Override
  public void select(ObjectRef object) {}

  @Override
  public void grew() {}

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    checking.cancel();
    report.close();
    journal.close();
  }
}
