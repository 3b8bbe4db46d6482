package org.lazaretto.ui.wizard;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.wizard.proposal.EffectRow;

/** What a row is about; a suspect has its sign. */
final class SubjectCell extends TableCell<EffectRow, EffectRow> {
  private final Label sign = new Label("◆");
  private final NameLabel name = new NameLabel();
  private final HBox line = new HBox(6, sign, name);

  SubjectCell() {
    sign.getStyleClass().add("wizard-suspect-sign");
    sign.setMinWidth(Region.USE_PREF_SIZE);
    sign.managedProperty().bind(sign.visibleProperty());
    name.setFocusTraversable(false);
    line.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable EffectRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    sign.setVisible(row.tone() == EffectRow.Tone.SUSPECT);
    name.setTextOverrun(Overrun.of(row.subject()));
    name.setName(row.subject());
    setGraphic(line);
  }
}
