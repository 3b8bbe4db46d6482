package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Stage;

/** The way through a wizard: what is done can be opened again. */
final class Crumbs {
  private final HBox bar;
  private final WizardViewModel wizard;

  Crumbs(HBox bar, WizardViewModel wizard) {
    this.bar = bar;
    this.wizard = wizard;
  }

  void show() {
    Stage now = wizard.stageProperty().get();
    List<Node> parts = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (!parts.isEmpty()) {
        Label arrow = new Label("›");
        arrow.getStyleClass().add("wizard-crumb-arrow");
        parts.add(arrow);
      }
      parts.add(crumb(stage, now));
    }
    bar.getChildren().setAll(parts);
  }

  private Node crumb(Stage stage, Stage now) {
    String word = Texts.of("wizard.stage." + stage.word());
    boolean done = stage.compareTo(now) < 0;
    String text = done ? "✓ " + word : word;
    if (wizard.reachable(stage) && stage != now) {
      Button open = new Button(text);
      open.setId(stage.word() + "CrumbButton");
      open.getStyleClass().setAll("wizard-crumb", "wizard-crumb-done");
      open.setAccessibleText(Texts.of("wizard.stage.state.done", word));
      open.setOnAction(_ -> wizard.goTo(stage));
      return open;
    }
    Label label = new Label(text);
    String state = stage == now ? "now" : done ? "done" : "later";
    label.getStyleClass().addAll("wizard-crumb", "wizard-crumb-" + state);
    label.setAccessibleText(
        Texts.of(stage == now ? "wizard.stage.state.now" : "wizard.stage.state.later", word));
    return label;
  }
}
