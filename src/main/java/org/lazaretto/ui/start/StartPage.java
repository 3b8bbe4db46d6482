package org.lazaretto.ui.start;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.lazaretto.model.Scenario;
import org.lazaretto.session.Workstation;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** The first page: clusters, cases, scenarios. */
public final class StartPage implements Page {
  private final Choices choices;
  private final Parent view;
  private final Background.Running reading;
  @FXML private VBox scenarioList;

  /** A page that offers what the workstation can open. */
  public StartPage(Workstation workstation, Background background, Choices choices) {
    this.choices = choices;
    this.view = Pages.load("start/start", this);
    this.reading =
        background.run(
            workstation::scenarios,
            scenarios -> scenarios.forEach(this::card),
            failure -> scenarioList.getChildren().add(new Label(failure.words())));
  }

  private void card(Scenario scenario) {
    Label title = new Label(scenario.title());
    title.getStyleClass().add("card-title");
    Label story = new Label(scenario.story());
    story.setWrapText(true);
    Button start = new Button(Texts.of("start.scenario.start"));
    start.setId("start-" + scenario.id());
    start.setOnAction(_ -> choices.practise(scenario.id()));
    VBox card = new VBox(8, title, story, start);
    card.getStyleClass().add("card");
    scenarioList.getChildren().add(card);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    reading.cancel();
  }
}
