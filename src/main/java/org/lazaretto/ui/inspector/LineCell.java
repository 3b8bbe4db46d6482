package org.lazaretto.ui.inspector;

import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Draws a line, with what is searched in it marked. */
final class LineCell extends ListCell<TextLine> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("hit");

  /** A line may be nothing but hits; each is a control, and a window has few of those. */
  static final int MOST_HITS = 60;

  /** A list that was not laid out yet: as wide as the pane usually is. */
  private static final double UNSEEN = 340;

  private final LineSearch search;
  private final BooleanProperty wrap;
  private final BooleanProperty times;
  private final TextFlow flow = new TextFlow();
  private final Subscription following;

  LineCell(LineSearch search, BooleanProperty wrap, BooleanProperty times) {
    this.search = search;
    this.times = times;
    getStyleClass().add("line-cell");
    this.wrap = wrap;
    following =
        Subscription.combine(
            search.queryProperty().subscribe(_ -> draw()),
            search.currentProperty().subscribe(_ -> draw()),
            times.subscribe(_ -> draw()),
            wrap.subscribe(_ -> fit()),
            widthProperty().subscribe(_ -> fit()));
  }

  /** A cell that wraps is as wide as the list; another as wide as its line. */
  private void fit() {
    setPrefWidth(wrap.get() ? 0 : USE_COMPUTED_SIZE);
    flow.setPrefWidth(wrap.get() ? inner(getWidth()) : USE_COMPUTED_SIZE);
  }

  private double inner(double width) {
    return Math.max(1, width - snappedLeftInset() - snappedRightInset());
  }

  /** A cell asks its graphic for its height without saying how wide it is. */
  @Override
  protected double computePrefHeight(double width) {
    double wide = width > 0 ? width : known();
    return wrap.get() && !isEmpty()
        ? snappedTopInset() + flow.prefHeight(inner(wide)) + snappedBottomInset()
        : super.computePrefHeight(width);
  }

  /** A cell that only measures has no width yet: at none a line would be as high as it is long. */
  private double known() {
    return Stream.of(getWidth(), getListView().getWidth())
        .filter(w -> w > 0)
        .findFirst()
        .orElse(UNSEEN);
  }

  /** Ends its listeners. */
  void close() {
    following.unsubscribe();
  }

  @Override
  protected void updateItem(@Nullable TextLine line, boolean empty) {
    super.updateItem(line, empty);
    draw();
  }

  private void draw() {
    TextLine line = getItem();
    flow.getChildren().clear();
    if (isEmpty() || line == null) {
      setGraphic(null);
      setAccessibleText("");
      pseudoClassStateChanged(CURRENT, false);
      return;
    }
    if (times.get() && !line.time().isEmpty()) {
      flow.getChildren().add(text(line.time() + "  ", "line-time"));
    }
    marked(line, search.queryProperty());
    setGraphic(flow);
    setAccessibleText(line.text());
    pseudoClassStateChanged(CURRENT, line.number() == search.currentProperty().get());
  }

  private void marked(TextLine line, ReadOnlyStringProperty query) {
    String text = line.text();
    String what = query.get();
    String style = line.note() ? "line-note" : "line-text";
    int from = 0;
    int at = LineSearch.find(text, what, 0);
    for (int hits = 0; at >= 0 && hits < MOST_HITS; hits++) {
      flow.getChildren().add(text(text.substring(from, at), style));
      from = at + what.length();
      Label hit = new Label(text.substring(at, from));
      hit.getStyleClass().addAll("mono", "line-hit");
      flow.getChildren().add(hit);
      at = LineSearch.find(text, what, from);
    }
    flow.getChildren().add(text(text.substring(from), style));
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().addAll("mono", style);
    return text;
  }
}
