package org.lazaretto.ui.start;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.model.Scenario;
import org.lazaretto.ui.fx.Texts;

/** One scenario of the training range. */
final class ScenarioCard extends VBox {
  /**
   * A card whose button starts the scenario.
   *
   * @param watch plays its walkthrough; empty if that cannot be watched
   */
  ScenarioCard(Scenario scenario, boolean first, Runnable start, Optional<Runnable> watch) {
    super(8);
    getStyleClass().addAll("card", "scenario-card");
    Label title = new Label(scenario.title());
    title.getStyleClass().add("card-title");
    title.setTooltip(new Tooltip(scenario.title()));
    title.setMinWidth(0);
    Label length = new Label(Texts.of("start.scenario.length", scenario.length().toMinutes()));
    length.getStyleClass().add("muted");
    length.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(8, title, space, length);
    heading.setAlignment(Pos.BASELINE_LEFT);
    Label story = new Label(scenario.story().strip().replaceAll("\\s+", " "));
    story.setWrapText(true);
    story.setMinHeight(Region.USE_PREF_SIZE);
    story.getStyleClass().add("muted");
    Button button = new Button(Texts.of("start.scenario.start"));
    button.setId("start-" + scenario.id());
    button.setAccessibleText(Texts.of("start.scenario.start.spoken", scenario.title()));
    button.setOnAction(_ -> start.run());
    if (first) {
      button.getStyleClass().add("accent");
    }
    HBox buttons = new HBox(8, button);
    watch.ifPresent(play -> buttons.getChildren().add(watching(scenario, play)));
    getChildren().addAll(heading, story, buttons);
  }

  private static Button watching(Scenario scenario, Runnable watch) {
    Button button = new Button(Texts.of("start.scenario.watch"));
    button.setId("watch-" + scenario.id());
    button.setAccessibleText(Texts.of("start.scenario.watch.spoken", scenario.title()));
    button.setTooltip(new Tooltip(Texts.of("start.scenario.watch.hover")));
    button.setOnAction(_ -> watch.run());
    return button;
  }
}
