package org.lazaretto.ui.wizard;

import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.wizard.run.RunLine;
import org.lazaretto.ui.wizard.run.RunLine.Phase;

/** One step of a run: its sign and word, what it does, and the latest that was said of it. */
final class RunCell extends ListCell<RunLine> {
  private static final String STATE = "wizard-phase-";
  private final Hint hint = Hint.on(this);

  /** Five lines of a server's reason; the whole of a longer one on hover, and copied. */
  private static final double MOST_HEIGHT = 80;

  private static final double AROUND = 32;

  private final BooleanSupplier over;
  private final FontIcon icon = new FontIcon();
  private final Label word = new Label();
  private final Label title = new Label();
  private final Label text = new Label();
  private final HBox line;

  /** A cell of a run that may be over: then the list stands still and each line is shown whole. */
  RunCell(BooleanSupplier over) {
    this.over = over;
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    word.getStyleClass().add("wizard-phase-word");
    word.setMinWidth(Region.USE_PREF_SIZE);
    text.getStyleClass().add("wizard-note");
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMaxHeight(MOST_HEIGHT);
    HBox first = new HBox(8, title, word);
    first.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(1, first, text);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    line = new HBox(8, icon, words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    line.setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable RunLine item, boolean empty) {
    super.updateItem(item, empty);
    getStyleClass().removeIf(name -> name.startsWith(STATE) && !name.equals(STATE + "word"));
    if (empty || item == null) {
      setGraphic(null);
      hint.say("");
      return;
    }
    getStyleClass().add(STATE + item.phase().word());
    icon.setIconLiteral(icon(item.phase()));
    word.setText(RunWords.phase(item));
    String what = HostileText.visible(item.title());
    String said = HostileText.visible(item.text());
    title.setText(what);
    title.setTextOverrun(Overrun.of(what));
    text.setText(said);
    // What nobody has to look at may not make the list jump while it runs.
    text.setWrapText(
        over.getAsBoolean() || item.phase().troubled() || item.phase() == Phase.WAITING);
    text.setVisible(!said.isEmpty());
    text.setManaged(!said.isEmpty());
    hint.say(said.isEmpty() ? what : what + "\n" + said);
    setGraphic(line);
  }

  /** A cell is asked for its height without a width, and a reason needs lines by its width. */
  @Override
  protected double computePrefHeight(double width) {
    if (isEmpty() || getListView() == null || !text.isWrapText()) {
      return super.computePrefHeight(width);
    }
    double room = getListView().getWidth() - AROUND;
    return snappedTopInset() + snappedBottomInset() + line.prefHeight(room);
  }

  private static String icon(Phase phase) {
    return switch (phase) {
      case QUEUED -> "mdi2c-circle-outline";
      case STARTED -> "mdi2a-arrow-right-circle-outline";
      case WAITING -> "mdi2t-timer-sand";
      case SENT -> "mdi2a-arrow-right-circle";
      case GONE -> "mdi2c-circle-half-full";
      case HOLDS -> "mdi2c-check-circle";
      case DOES_NOT_HOLD, FAILED -> "mdi2c-close-circle";
      case REFUSED -> "mdi2c-cancel";
      case CANNOT_TELL, UNKNOWN -> "mdi2h-help-circle";
      case NOT_STARTED -> "mdi2m-minus-circle-outline";
    };
  }
}
