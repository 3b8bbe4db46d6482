package org.lazaretto.ui.wizard;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.wizard.proposal.EffectRow;

/** What a row's deed means; a warning has its sign. */
final class EffectCell extends TableCell<EffectRow, EffectRow> {
  EffectCell() {
    getStyleClass().add("wizard-effect");
  }

  @Override
  protected void updateItem(@Nullable EffectRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText("");
      setTooltip(null);
      return;
    }
    String effect = HostileText.visible(row.effect());
    setText(row.tone() == EffectRow.Tone.WARN ? "▲ " + effect : effect);
    setTooltip(Tips.wide(effect));
  }
}
