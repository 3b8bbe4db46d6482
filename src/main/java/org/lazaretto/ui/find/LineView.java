package org.lazaretto.ui.find;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.lazaretto.ui.fx.Hint;

/** One line of the left pane: a button as wide as the pane, and a count at its right. */
final class LineView extends StackPane {
  private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");
  private static final double BETWEEN = 8;

  private final ButtonBase button;
  private final Label sign = new Label();
  private final Label count = new Label();
  private final Hint hint;
  private Optional<Line> shown = Optional.empty();

  LineView(Line line) {
    button = line.sign() == Line.Sign.BOX ? new CheckBox() : new ToggleButton();
    hint = Hint.on(button);
    button.getStyleClass().add("find-line");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    button.setEllipsisString("…");
    button.setOnAction(_ -> act());
    sign.getStyleClass().add("find-sign");
    count.getStyleClass().add("find-count");
    count.setMouseTransparent(true);
    count.setMinWidth(USE_PREF_SIZE);
    StackPane.setAlignment(count, Pos.CENTER_RIGHT);
    getChildren().addAll(button, count);
    show(line);
  }

  /** A chosen line stays chosen in the model, whatever the button made of the click. */
  private void act() {
    shown.ifPresent(line -> {
      line.act().run();
      shown.ifPresent(this::choose);
    });
  }

  /**
   * The count's width is known before it is laid out: afterwards the name would be laid out late.
   */
  @Override
  protected void layoutChildren() {
    double right = 12 + count.prefWidth(-1) + (count.getText().isEmpty() ? 0 : BETWEEN);
    if (button.getPadding().getRight() != right) {
      button.setPadding(new Insets(4, right, 4, 16));
    }
    super.layoutChildren();
  }

  void show(Line line) {
    boolean same = shown.filter(line::looksLike).isPresent();
    shown = Optional.of(line);
    if (same) {
      return;
    }
    button.setId(line.id());
    button.setText(line.text());
    String words = line.count().isEmpty() ? line.text() : line.text() + ", " + line.count();
    button.setAccessibleText(words);
    sign.setText(line.sign().glyph());
    sign.getStyleClass().setAll("label", "find-sign", signClass(line));
    button.setGraphic(line.sign().glyph().isEmpty() ? null : sign);
    count.setText(line.count());
    hint.say(line.hint());
    pseudoClassStateChanged(FAINT, line.faint());
    choose(line);
    requestLayout();
  }

  private static String signClass(Line line) {
    return "sign-" + line.sign().name().toLowerCase(Locale.ROOT);
  }

  private void choose(Line line) {
    switch (button) {
      case CheckBox box -> box.setSelected(line.active());
      case ToggleButton toggle -> toggle.setSelected(line.active());
      default -> throw new IllegalStateException("a line is a box or a toggle");
    }
  }
}
