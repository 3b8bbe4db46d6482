package org.lazaretto.ui.wizard;

import java.util.Locale;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;
import org.lazaretto.ui.wizard.proposal.EffectRow;

/** A row that looks as grave as it is. */
final class EffectTableRow extends TableRow<EffectRow> {
  private final TableColumn<EffectRow, ?> effect;

  /** A row that is as high as its effect needs in that column. */
  EffectTableRow(TableColumn<EffectRow, ?> effect) {
    this.effect = effect;
  }

  @Override
  protected void updateItem(@Nullable EffectRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().removeIf(name -> name.startsWith("wizard-row-"));
    if (!empty && row != null) {
      setPrefHeight(EffectCell.height(row, effect.getWidth()));
      getStyleClass().add("wizard-row-" + row.tone().name().toLowerCase(Locale.ROOT));
    }
  }
}
