package org.lazaretto.ui.wizard;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Protection.Taint;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.wizard.draft.Draft;

/** What a cordon is made safe with: the part of the first page that only a cordon has. */
final class ProtectionFields implements OwnFields {
  private final WizardViewModel wizard;
  private final Parent view;
  @FXML private CheckBox nodeLabelCheck;
  @FXML private CheckBox holdsCheck;
  @FXML private CheckBox taintCheck;

  ProtectionFields(WizardViewModel wizard) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/protection", this);
    nodeLabelCheck.setOnAction(_ -> change());
    holdsCheck.setOnAction(_ -> change());
    taintCheck.setOnAction(_ -> change());
  }

  @Override
  public Parent view() {
    return view;
  }

  private void change() {
    Taint taint = taintCheck.isSelected() ? Taint.SUSPECTED : Taint.NEVER;
    Protection chosen = new Protection(nodeLabelCheck.isSelected(), holdsCheck.isSelected(), taint);
    wizard.change(now -> now.with(now.how().with(chosen)));
  }

  @Override
  public void show(Draft draft) {
    Protection chosen = draft.how().protection();
    nodeLabelCheck.setSelected(chosen.label());
    holdsCheck.setSelected(chosen.holds());
    taintCheck.setSelected(chosen.taint() != Taint.NEVER);
  }
}
