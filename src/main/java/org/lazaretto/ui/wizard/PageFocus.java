package org.lazaretto.ui.wizard;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import org.lazaretto.ui.fx.InSight;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Obstacle;

/** Where the focus goes when a page of a wizard is shown. */
final class PageFocus {
  private final WizardViewModel wizard;
  private final Pane page;
  private final Button main;
  private final Pane handOver;
  private final Button close;

  /**
   * The focus of the pages that are shown in that pane.
   *
   * @param main what goes on
   * @param handOver what else can be done with a plan that is read; the likeliest last
   * @param close where the focus goes when nothing else can take it
   */
  PageFocus(WizardViewModel wizard, Pane page, Button main, Pane handOver, Button close) {
    this.wizard = wizard;
    this.page = page;
    this.main = main;
    this.handOver = handOver;
    this.close = close;
  }

  /**
   * Puts the focus where the page wants something: on the first field that is empty, or on what
   * leads to the page on which something is missing; where there is only to read, on the button
   * that goes on; else on the page's first control.
   */
  void take() {
    Stage stage = wizard.stageProperty().get();
    Node below = main.isDisabled() ? besideMain(stage) : main;
    if (stage == Stage.PREVIEW || stage == Stage.RESULT) {
      // Nothing of the page is asked, so its styles have time until the next pulse.
      below.requestFocus();
      return;
    }
    // What stands in a scroll pane is found only when the pane has its skin.
    page.applyCss();
    Node wanted =
        switch (stage) {
          case CHOOSE, RUN -> first("*").orElse(below);
          case CONSEQUENCES -> empty().orElse(below);
          case APPROVE -> elsewhere().or(this::empty).or(() -> first(".text-input")).orElse(below);
          case PREVIEW, RESULT -> below;
        };
    wanted.requestFocus();
    if (page.getHeight() > 0 && page.getParent() != null) {
      page.getParent().layout();
      scrollTo(wanted);
    }
  }

  /** A plan that only hands can carry out is handed over on a sheet. */
  private Node besideMain(Stage stage) {
    boolean planned = wizard.live().current().isPresent();
    return stage == Stage.PREVIEW && planned && !handOver.getChildren().isEmpty()
        ? handOver.getChildren().getLast()
        : close;
  }

  /** A field that came later gets the focus, unless it was moved from where the page put it. */
  void fieldsCame() {
    if (main.isFocused() || close.isFocused()) {
      page.applyCss();
      empty().ifPresent(_ -> take());
    }
  }

  private Optional<Node> elsewhere() {
    boolean missing =
        wizard.judgement().obstaclesProperty().get().stream()
            .map(Obstacle::where)
            .anyMatch(where -> where != Stage.APPROVE);
    return missing ? first(".wizard-goto") : Optional.empty();
  }

  private Optional<Node> empty() {
    return controls(".text-input")
        .filter(node -> node instanceof TextInputControl field && field.getText().isBlank())
        .findFirst();
  }

  private Optional<Node> first(String what) {
    return controls(what).findFirst();
  }

  private Stream<Node> controls(String what) {
    return page.lookupAll(what).stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled() && InSight.of(node))
        .filter(node -> !(node instanceof ScrollPane));
  }

  private void scrollTo(Node wanted) {
    for (Node each = wanted.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane pane) {
        reveal(pane, wanted);
      }
    }
  }

  private static void reveal(ScrollPane pane, Node wanted) {
    pane.layout();
    Node content = pane.getContent();
    Bounds place = content.sceneToLocal(wanted.localToScene(wanted.getBoundsInLocal()));
    double view = pane.getViewportBounds().getHeight();
    double beyond = content.getBoundsInLocal().getHeight() - view;
    double top = pane.getVvalue() * beyond;
    if (beyond > 0 && (place.getMinY() < top || place.getMaxY() > top + view)) {
      double middle = place.getCenterY() - view / 2;
      pane.setVvalue(Math.clamp(middle / beyond, 0, 1));
    }
  }
}
