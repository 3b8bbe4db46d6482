package org.lazaretto.ui.shell;

import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;

/** A case that is read and not written: its report as text, and whether its chain holds. */
final class ReadingPage implements Page {
  private final Parent view;
  @FXML private NameLabel idLabel;
  @FXML private Label chainLabel;
  @FXML private Button copyButton;
  @FXML private Button folderButton;
  @FXML private Button backButton;
  @FXML private TextArea reportArea;

  ReadingPage(CaseReport report, DesktopServices desktop, WindowControls controls) {
    this.view = Pages.load("shell/reading", this);
    idLabel.setName(report.dossier().info().id());
    chainLabel.setText(Texts.of(report.holds() ? "shell.reading.holds" : "shell.reading.broken"));
    chainLabel.getStyleClass().add(report.holds() ? "tone-good" : "tone-bad");
    reportArea.setText(visible(report.text()));
    copyButton.setOnAction(_ -> Clip.copy(report.text()));
    folderButton.setOnAction(_ -> desktop.show(report.dossier().folder(), chainLabel::setText));
    backButton.setOnAction(_ -> controls.showStart());
  }

  private static String visible(String text) {
    return text.lines().map(HostileText::visible).collect(Collectors.joining("\n"));
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {}
}
