package org.lazaretto.ui.wizard;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.Cause;

/**
 * The warnings and notes of one step under a heading that counts them. Enter, Space or a click
 * turns it; the right arrow unfolds, the left one folds, up and down go to the next heading.
 */
final class ConcernFold extends VBox {
  private final Turn turn;
  private final Label arrow = new Label();
  private final Label count = new Label();
  private final Label ids = new Label();
  private final Label title = new Label();
  private final Button head;
  private boolean open;

  /** Folds or unfolds. */
  interface Turn {
    void to(ConcernFold fold, boolean unfolded);
  }

  ConcernFold(Turn turn) {
    super(0);
    this.turn = turn;
    getStyleClass().add("wizard-fold");
    arrow.getStyleClass().add("wizard-fold-arrow");
    count.getStyleClass().add("wizard-concern-word");
    ids.getStyleClass().addAll("mono", "muted", "wizard-objects");
    title.getStyleClass().add("wizard-objects");
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    title.setMaxWidth(Double.MAX_VALUE);
    count.setMinWidth(Region.USE_PREF_SIZE);
    ids.setMaxWidth(Double.MAX_VALUE);
    ids.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(ids, Priority.ALWAYS);
    this.head = head();
    getChildren().setAll(head);
  }

  private Button head() {
    VBox words = new VBox(2, new HBox(8, count, ids), title);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox line = new HBox(8, arrow, words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    line.setPrefWidth(0);
    Button button =
        new Button() {
          @Override
          public Object queryAccessibleAttribute(AccessibleAttribute what, Object... of) {
            return what == AccessibleAttribute.EXPANDED
                ? Boolean.valueOf(open)
                : super.queryAccessibleAttribute(what, of);
          }
        };
    button.setGraphic(line);
    button.setAccessibleRole(AccessibleRole.TITLED_PANE);
    button.getStyleClass().addAll("flat", "wizard-fold-head");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    line.prefWidthProperty().bind(button.widthProperty().subtract(18));
    button.setOnAction(_ -> turn.to(this, !open));
    button.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    return button;
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT -> turnTo(true);
      case LEFT -> turnTo(false);
      case ENTER -> turnTo(!open);
      case UP -> beside(-1);
      case DOWN -> beside(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void turnTo(boolean unfolded) {
    if (unfolded != open) {
      turn.to(this, unfolded);
    }
  }

  private void beside(int way) {
    List<javafx.scene.Node> all = getParent().getChildrenUnmodifiable();
    int place = all.indexOf(this) + way;
    if (place >= 0 && place < all.size() && all.get(place) instanceof ConcernFold other) {
      other.head.requestFocus();
    }
  }

  /**
   * Shows what stands under it.
   *
   * @param cards what is seen of it; none while it is folded
   */
  void show(Cause cause, boolean unfolded, List<ConcernCard> cards) {
    open = unfolded;
    String counted = counted(cause);
    getStyleClass().removeIf(name -> name.startsWith("wizard-concern-"));
    getStyleClass().add("wizard-concern-" + cause.gravest().word());
    arrow.setText(unfolded ? "▾" : "▸");
    count.setText(counted);
    ids.setText(cause.ids());
    title.setText(cause.title());
    head.setTooltip(Tips.wide(cause.title() + "\n" + cause.ids()));
    head.setAccessibleText(
        Texts.of(
            unfolded ? "wizard.fold.open" : "wizard.fold.closed",
            cause.title(),
            counted,
            cause.ids()));
    if (!getChildren().subList(1, getChildren().size()).equals(cards)) {
      getChildren().remove(1, getChildren().size());
      getChildren().addAll(cards);
    }
  }

  private static String counted(Cause cause) {
    int warnings = cause.count(Severity.WARN);
    int notes = cause.count(Severity.INFORM);
    return Texts.of(
        warnings == 0
            ? "wizard.fold.notes"
            : notes == 0 ? "wizard.fold.warnings" : "wizard.fold.both",
        warnings,
        notes);
  }
}
