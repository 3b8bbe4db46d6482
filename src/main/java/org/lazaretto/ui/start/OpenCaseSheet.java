package org.lazaretto.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import org.lazaretto.model.HostileText;
import org.lazaretto.session.Workstation;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;

/** Asks with which case a context is opened: a new one, or one that is there. */
final class OpenCaseSheet implements Page {
  private final Wish wish;
  private final Choices choices;
  private final WindowControls controls;
  private final Parent view;
  @FXML private Label titleLabel;
  @FXML private Label reachLabel;
  @FXML private ComboBox<String> contextCombo;
  @FXML private RadioButton freshRadio;
  @FXML private TextField idField;
  @FXML private TextField titleField;
  @FXML private RadioButton folderRadio;
  @FXML private TextField folderField;
  @FXML private Button browseButton;
  @FXML private Label problemLabel;
  @FXML private Button cancelButton;
  @FXML private Button openButton;

  /**
   * What is asked.
   *
   * @param contexts the contexts that can be chosen
   * @param context the one that is proposed; empty if none is
   * @param reach what is known of the way to it
   * @param folder the case to go on with; without it a new one is proposed
   * @param nextId the id that a new case may have
   * @param home where cases are kept
   */
  record Wish(
      List<String> contexts,
      String context,
      String reach,
      Optional<Path> folder,
      String nextId,
      Path home) {
    /** Copies what it is given. */
    Wish {
      contexts = List.copyOf(contexts);
    }
  }

  OpenCaseSheet(Wish wish, Choices choices, WindowControls controls, DesktopServices desktop) {
    this.wish = wish;
    this.choices = choices;
    this.controls = controls;
    this.view = Pages.load("start/open-case", this);
    contextCombo.getItems().setAll(wish.contexts());
    contextCombo.setValue(wish.context());
    reachLabel.setText(wish.reach());
    reachLabel.setManaged(!wish.reach().isEmpty());
    idField.setText(wish.nextId());
    titleField.setText(Workstation.titleFor(wish.context()));
    folderField.setText(wish.folder().map(Path::toString).orElse(""));
    ToggleGroup which = new ToggleGroup();
    which.getToggles().setAll(freshRadio, folderRadio);
    (wish.folder().isPresent() ? folderRadio : freshRadio).setSelected(true);
    contextCombo.valueProperty().subscribe(_ -> draw());
    freshRadio.selectedProperty().subscribe(_ -> draw());
    idField.textProperty().subscribe(_ -> draw());
    titleField.textProperty().subscribe(_ -> draw());
    folderField.textProperty().subscribe(_ -> draw());
    folderField.setOnMouseClicked(_ -> folderRadio.setSelected(true));
    browseButton.setOnAction(_ -> browse(desktop));
    cancelButton.setOnAction(_ -> controls.hideSheet());
    openButton.setOnAction(_ -> decide());
  }

  private OpenCaseViewModel model() {
    return new OpenCaseViewModel(
        Optional.ofNullable(contextCombo.getValue()).orElse(""),
        freshRadio.isSelected(),
        idField.getText(),
        titleField.getText(),
        folderField.getText());
  }

  private void draw() {
    OpenCaseViewModel model = model();
    String context = HostileText.visible(model.context());
    titleLabel.setText(Texts.of("start.open.heading", context));
    openButton.setText(Texts.of("start.open.open", context));
    OpenCaseViewModel.Decision decision = model.decision();
    boolean notYet = decision instanceof OpenCaseViewModel.Decision.NotYet;
    openButton.setDisable(notYet);
    problemLabel.setText(decision instanceof OpenCaseViewModel.Decision.NotYet(var why) ? why : "");
    idField.setDisable(!model.fresh());
    titleField.setDisable(!model.fresh());
  }

  private void browse(DesktopServices desktop) {
    desktop
        .chooseFolder(view.getScene().getWindow(), Texts.of("start.open.existing"), wish.home())
        .ifPresent(folder -> {
          folderRadio.setSelected(true);
          folderField.setText(folder.toString());
        });
  }

  private void decide() {
    OpenCaseViewModel.Decision decision = model().decision();
    if (!(decision instanceof OpenCaseViewModel.Decision.NotYet)) {
      controls.hideSheet();
    }
    switch (decision) {
      case OpenCaseViewModel.Decision.Fresh(var context, var fresh) -> choices.open(context, fresh);
      case OpenCaseViewModel.Decision.GoOn(var context, var folder) ->
          choices.goOn(context, folder);
      case OpenCaseViewModel.Decision.NotYet _ -> {}
    }
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {}
}
