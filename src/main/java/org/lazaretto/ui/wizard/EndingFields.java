package org.lazaretto.ui.wizard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import org.lazaretto.plan.Disposal;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.wizard.draft.Draft;

/** How suspects are ended: the part of the first page that only a disposal has. */
final class EndingFields implements OwnFields {
  private final Parent view;
  private final Map<Disposal, RadioButton> radios = new EnumMap<>(Disposal.class);
  @FXML private RadioButton orphanRadio;
  @FXML private RadioButton foregroundRadio;
  @FXML private RadioButton scaleRadio;
  @FXML private RadioButton podsRadio;

  EndingFields(WizardViewModel wizard) {
    this.view = Pages.load("wizard/ending", this);
    radios.put(Disposal.ORPHAN, orphanRadio);
    radios.put(Disposal.FOREGROUND, foregroundRadio);
    radios.put(Disposal.SCALE, scaleRadio);
    radios.put(Disposal.PODS, podsRadio);
    new ToggleGroup().getToggles().setAll(List.copyOf(radios.values()));
    radios.forEach((way, radio) ->
        radio.setOnAction(_ -> wizard.change(now -> now.with(now.how().with(way)))));
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void show(Draft draft) {
    radios.forEach((way, radio) -> radio.setSelected(way == draft.how().disposal()));
  }
}
