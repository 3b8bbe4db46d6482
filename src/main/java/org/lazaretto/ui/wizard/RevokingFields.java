package org.lazaretto.ui.wizard;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Revoking;

/** What is taken from service accounts: the part of the first page that only this wizard has. */
final class RevokingFields implements OwnFields {
  private final WizardViewModel wizard;
  private final Parent view;
  @FXML private CheckBox bindingsCheck;
  @FXML private CheckBox tokensCheck;

  RevokingFields(WizardViewModel wizard) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/revoking", this);
    bindingsCheck.setOnAction(_ -> change());
    tokensCheck.setOnAction(_ -> change());
  }

  @Override
  public Parent view() {
    return view;
  }

  private void change() {
    Revoking chosen = new Revoking(bindingsCheck.isSelected(), tokensCheck.isSelected());
    wizard.change(now -> now.with(now.how().with(chosen)));
  }

  @Override
  public void show(Draft draft) {
    bindingsCheck.setSelected(draft.how().revoking().bindings());
    tokensCheck.setSelected(draft.how().revoking().tokens());
  }
}
