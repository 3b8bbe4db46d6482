package org.lazaretto.ui.graph;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;

/** What is said over the graph: the legend, what is left out, and why there is nothing to see. */
final class Margins extends StackPane {
  private final GraphLegend legend = new GraphLegend();
  private final Label leftOutLabel = new Label();
  private final StackPane statePane = new StackPane();
  private Optional<LeftOut> said = Optional.empty();

  Margins() {
    setPickOnBounds(false);
    setMinSize(0, 0);
    statePane.setPickOnBounds(false);
    leftOutLabel.setId("leftOutLabel");
    leftOutLabel.setWrapText(true);
    leftOutLabel.getStyleClass().add("graph-left-out");
    setAlignment(leftOutLabel, Pos.BOTTOM_LEFT);
    setAlignment(legend.view(), Pos.TOP_RIGHT);
    getChildren().setAll(statePane, leftOutLabel, legend.view());
    leftOutLabel.setVisible(false);
    legend(false);
  }

  /** Nothing has been arranged yet. */
  void arranging() {
    state(
        Optional.of(
            new StatePane(StatePane.State.LOADING, Texts.of("graph.arranging"), Optional.empty())));
  }

  /** What a picture does not show. */
  void leaveOut(Optional<LeftOut> leftOut) {
    if (!leftOut.equals(said)) {
      said = leftOut;
      leftOutLabel.setVisible(leftOut.isPresent());
      leftOut.ifPresent(what -> {
        leftOutLabel.setText(what.words());
        leftOutLabel.setTooltip(what.names().isEmpty() ? null : new Tooltip(what.names()));
      });
    }
  }

  /** Why there is nothing to see; empty if there is something. */
  void state(Optional<StatePane> why) {
    statePane.getChildren().setAll(why.stream().toList());
  }

  /** Shows the legend, or hides it. */
  void legend(boolean shown) {
    legend.view().setVisible(shown);
    legend.view().setManaged(shown);
  }
}
