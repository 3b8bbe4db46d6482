package org.lazaretto.ui.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.lazaretto.settings.Preferences;
import org.lazaretto.settings.Settings;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;

/** The settings; what is chosen holds at once, and is kept when the sheet is closed. */
public final class SettingsSheet implements Page {
  private static final List<Double> SPEEDS = List.of(1.0, 2.0, 5.0, 10.0, 20.0);

  private final Preferences preferences;
  private final Runnable save;
  private final Parent view;
  @FXML private CheckBox lightCheck;
  @FXML private CheckBox motionCheck;
  @FXML private TextField operatorField;
  @FXML private ComboBox<Double> speedCombo;
  @FXML private TextField folderField;
  @FXML private Button browseButton;
  @FXML private Label placeLabel;
  @FXML private Button closeButton;

  /**
   * A sheet of what holds now.
   *
   * @param home where cases are made while no other place is chosen
   * @param save keeps what holds
   */
  public SettingsSheet(
      Preferences preferences,
      Path home,
      DesktopServices desktop,
      WindowControls controls,
      Runnable save) {
    this.preferences = preferences;
    this.save = save;
    this.view = Pages.load("settings/settings", this);
    Settings now = preferences.now();
    lightCheck.setSelected(now.look() == Settings.Look.LIGHT);
    motionCheck.setSelected(now.reducedMotion());
    operatorField.setText(now.operator());
    speedCombo.getItems().setAll(SPEEDS);
    speedCombo.setValue(now.exerciseSpeed());
    folderField.setText(now.caseFolder());
    placeLabel.setText(Texts.of("settings.place", preferences.place()));
    lightCheck.setOnAction(_ -> controls.turnTheme());
    browseButton.setOnAction(_ -> browse(desktop, home));
    closeButton.setOnAction(_ -> controls.hideSheet());
  }

  private void browse(DesktopServices desktop, Path home) {
    desktop
        .chooseFolder(view.getScene().getWindow(), Texts.of("settings.folder"), home)
        .ifPresent(folder -> folderField.setText(folder.toString()));
  }

  /** A place that cannot be one leaves the place as it is. */
  private static Optional<String> place(String text) {
    try {
      String chosen = text.strip();
      return chosen.isEmpty() || Path.of(chosen).isAbsolute()
          ? Optional.of(chosen)
          : Optional.empty();
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }

  @Override
  public Parent view() {
    return view;
  }

  /** The theme was turned by its key. */
  public void themeTurned() {
    lightCheck.setSelected(preferences.now().look() == Settings.Look.LIGHT);
  }

  /** At the top: what stands above the first field is asked for as often. */
  @Override
  public Optional<Node> start() {
    return Optional.of(lightCheck);
  }

  @Override
  public void close() {
    preferences.change(settings ->
        settings
            .withReducedMotion(motionCheck.isSelected())
            .withOperator(operatorField.getText())
            .withExerciseSpeed(Optional.ofNullable(speedCombo.getValue()).orElse(1.0))
            .withCaseFolder(place(folderField.getText()).orElse(settings.caseFolder())));
    save.run();
  }
}
