package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Isolation.Services;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Shutting;

/** How suspects are shut off: the part of the first page that only an isolation has. */
final class ShuttingFields implements OwnFields {
  private final WizardViewModel wizard;
  private final Parent view;
  private final Map<Services, RadioButton> radios;
  @FXML private RadioButton leaveServicesRadio;
  @FXML private RadioButton closeServicesRadio;
  @FXML private RadioButton keepServicesRadio;
  @FXML private CheckBox exceptPoliciesCheck;
  @FXML private CheckBox stripLabelsCheck;
  @FXML private CheckBox probeCheck;
  @FXML private TextField probeImageField;
  @FXML private CheckBox lookCheck;
  @FXML private Label quarantineLabel;

  ShuttingFields(WizardViewModel wizard) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/shutting", this);
    this.radios =
        Map.of(
            Services.LEAVE, leaveServicesRadio,
            Services.CLOSE, closeServicesRadio,
            Services.KEEP, keepServicesRadio);
    new ToggleGroup().getToggles().setAll(List.copyOf(radios.values()));
    radios.forEach(
        (services, radio) -> radio.setOnAction(_ -> change(shutting().services(services))));
    exceptPoliciesCheck.setOnAction(
        _ -> change(shutting().exceptPolicies(exceptPoliciesCheck.isSelected())));
    stripLabelsCheck.setOnAction(
        _ -> change(shutting().stripLabels(stripLabelsCheck.isSelected())));
    probeCheck.setOnAction(_ -> probe());
    lookCheck.setOnAction(_ -> change(shutting().lookInside(lookCheck.isSelected())));
    probeImageField
        .textProperty()
        .subscribe(image -> {
          if (probeCheck.isSelected() && !image.strip().equals(shutting().how().probeImage())) {
            change(shutting().probedBy(image));
          }
        });
  }

  @Override
  public Parent view() {
    return view;
  }

  private Shutting shutting() {
    return wizard.draft().shutting();
  }

  private void change(Shutting other) {
    wizard.change(now -> now.with(other));
  }

  private void probe() {
    change(shutting().probedBy(probeCheck.isSelected() ? image() : ""));
  }

  private String image() {
    String written = probeImageField.getText().strip();
    return written.isEmpty() ? Isolation.PROBE_IMAGE : written;
  }

  @Override
  public void show(Draft draft) {
    Isolation how = draft.shutting().how();
    radios.forEach((services, radio) -> radio.setSelected(services == how.services()));
    exceptPoliciesCheck.setSelected(how.exceptPolicies());
    stripLabelsCheck.setSelected(how.stripLabels());
    stripLabelsCheck.setDisable(how.services() != Services.LEAVE);
    lookCheck.setSelected(how.lookInside());
    boolean probes = !how.probeImage().isEmpty();
    if (!probeImageField.isFocused()) {
      probeCheck.setSelected(probes);
      probeImageField.setText(probes ? how.probeImage() : image());
    }
    probeImageField.setDisable(!probeCheck.isSelected());
    quarantineLabel.setText(Quarantine.KEY + "=" + draft.shutting().quarantine());
  }
}
