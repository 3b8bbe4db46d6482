package org.lazaretto.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.HostileText;
import org.lazaretto.observe.EventEntry;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.fx.Styles;
import org.lazaretto.ui.fx.Texts;

/** Draws an event: when, what, how often; then its sentence over the whole width. */
final class EventCell extends ListCell<EventEntry> {
  private static final int LONGEST = 1_000;

  private final Label time = label("mono");
  private final Label type = label("event-type");
  private final Label reason = label("event-reason");
  private final Label count = label("event-count");
  private final Label message = label("event-message");
  private final Hint timeHint = Hint.on(time);
  private final Hint reasonHint = Hint.on(reason);
  private final VBox box;

  EventCell() {
    getStyleClass().add("event-cell");
    message.setWrapText(true);
    message.setMinHeight(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    time.setMinWidth(Region.USE_PREF_SIZE);
    type.setMinWidth(Region.USE_PREF_SIZE);
    count.setMinWidth(Region.USE_PREF_SIZE);
    reason.setMinWidth(0);
    HBox head = new HBox(8, time, type, reason, space, count);
    head.setAlignment(Pos.BASELINE_LEFT);
    box = new VBox(2, head, message);
    setPrefWidth(0);
    widthProperty().subscribe(width -> box.setPrefWidth(inner(width.doubleValue())));
  }

  /** A cell asks its graphic for its height without saying how wide it is. */
  @Override
  protected double computePrefHeight(double width) {
    double wide = width > 0 ? width : getWidth();
    return isEmpty()
        ? super.computePrefHeight(width)
        : snappedTopInset() + box.prefHeight(inner(wide)) + snappedBottomInset();
  }

  private double inner(double width) {
    return Math.max(1, width - snappedLeftInset() - snappedRightInset());
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  @Override
  protected void updateItem(@Nullable EventEntry event, boolean empty) {
    super.updateItem(event, empty);
    if (empty || event == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    boolean warning = event.type().equals("Warning");
    time.setText(event.last().map(Times::utc).orElse("–"));
    timeHint.say(event.last().map(Times::both).orElse(""));
    type.setText((warning ? "▲ " : "") + HostileText.visible(Elision.middle(event.type(), 24)));
    Styles.set(type, "label", warning ? "inspector-warning" : "inspector-quiet");
    reason.setText(HostileText.visible(event.reason()));
    reasonHint.say(HostileText.visible(event.reason() + " · " + event.source()));
    count.setText(event.count() == 1 ? "" : Texts.of("inspector.events.times", event.count()));
    message.setText(HostileText.visible(Elision.middle(event.message(), LONGEST)));
    setAccessibleText(
        String.join(" ", time.getText(), type.getText(), reason.getText(), message.getText()));
    setGraphic(box);
  }
}
