package org.lazaretto.ui.wizard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.lazaretto.plan.Disposal;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Ending;

/** How suspects are ended: the part of the first page that only a disposal has. */
final class EndingFields implements OwnFields {
  private final WizardViewModel wizard;
  private final Parent view;
  private final Map<Disposal, RadioButton> radios = new EnumMap<>(Disposal.class);
  @FXML private RadioButton orphanRadio;
  @FXML private RadioButton foregroundRadio;
  @FXML private RadioButton scaleRadio;
  @FXML private RadioButton podsRadio;
  @FXML private RadioButton restartRadio;
  @FXML private RadioButton stopRadio;
  @FXML private RadioButton killRadio;
  @FXML private RadioButton removeRadio;
  @FXML private RadioButton pauseRadio;
  @FXML private VBox containerBox;
  @FXML private TextField containerField;

  EndingFields(WizardViewModel wizard) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/ending", this);
    radios.put(Disposal.ORPHAN, orphanRadio);
    radios.put(Disposal.FOREGROUND, foregroundRadio);
    radios.put(Disposal.SCALE, scaleRadio);
    radios.put(Disposal.PODS, podsRadio);
    radios.put(Disposal.RESTART, restartRadio);
    radios.put(Disposal.STOP, stopRadio);
    radios.put(Disposal.KILL, killRadio);
    radios.put(Disposal.REMOVE, removeRadio);
    radios.put(Disposal.PAUSE, pauseRadio);
    new ToggleGroup().getToggles().setAll(List.copyOf(radios.values()));
    radios.forEach((way, radio) -> radio.setOnAction(_ -> change(Optional.of(way))));
    containerField.textProperty().addListener((_, _, _) -> change(Optional.empty()));
  }

  private void change(Optional<Disposal> way) {
    Ending before = wizard.draft().how().ending();
    Ending now = new Ending(way.orElse(before.way()), containerField.getText());
    if (!now.equals(before)) {
      wizard.change(draft -> draft.with(draft.how().with(now)));
    }
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void show(Draft draft) {
    Ending ending = draft.how().ending();
    radios.forEach((way, radio) -> radio.setSelected(way == ending.way()));
    if (!containerField.getText().equals(ending.containers())) {
      containerField.setText(ending.containers());
    }
    containerBox.setVisible(ending.way().ofContainers());
    containerBox.setManaged(ending.way().ofContainers());
  }
}
