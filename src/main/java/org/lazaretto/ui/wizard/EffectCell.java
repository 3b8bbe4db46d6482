package org.lazaretto.ui.wizard;

import javafx.scene.control.TableCell;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Fonts;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.wizard.proposal.EffectRow;

/** What a row's deed means; a warning has its sign. */
final class EffectCell extends TableCell<EffectRow, EffectRow> {
  private static final double PADDING = 18;
  private static final double LEAST = 26;
  private static final double AROUND = 10;
  private static final double FONT = 12;
  private final Hint hint = Hint.on(this);

  EffectCell() {
    getStyleClass().add("wizard-effect");
    setWrapText(true);
  }

  private static String words(EffectRow row) {
    String effect = HostileText.visible(row.effect());
    return row.tone() == EffectRow.Tone.WARN ? "▲ " + effect : effect;
  }

  /** How high a row is whose effect has a column of that width. */
  static double height(EffectRow row, double width) {
    Text text = new Text(words(row));
    text.setFont(Font.font(Fonts.sans(), FONT));
    text.setWrappingWidth(Math.max(40, width - PADDING));
    return Math.max(LEAST, Math.ceil(text.getLayoutBounds().getHeight()) + AROUND);
  }

  @Override
  protected void updateItem(@Nullable EffectRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText("");
      hint.say("");
      return;
    }
    setText(words(row));
    hint.say(HostileText.visible(row.effect()));
  }
}
