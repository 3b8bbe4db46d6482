package org.lazaretto.ui.inspector;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Pages;

/** The tab with the object as the API has it. */
final class YamlPage implements Tabbed {
  private final YamlViewModel model;
  private final LinesPane lines;
  private final Parent view;
  private final AnswerPlace place;
  private final Subscription following;
  @FXML private StackPane yamlPane;
  @FXML private Button yamlCopyButton;
  @FXML private Button yamlRefreshButton;

  YamlPage(Desk desk) {
    this.model = new YamlViewModel(desk.incident().details(), desk.background());
    this.lines = new LinesPane(model.lines());
    this.view = Pages.load("inspector/yaml", this);
    yamlCopyButton.setOnAction(_ -> model.answerProperty().get().known().ifPresent(Clip::copy));
    yamlRefreshButton.setOnAction(_ -> model.refresh());
    this.place = new AnswerPlace(yamlPane, lines.view(), model::refresh);
    this.following = model.answerProperty().subscribe(this::answered);
  }

  private void answered(Answer<String> answer) {
    yamlCopyButton.setDisable(!place.show(answer));
  }

  @Override
  public void show(Subject subject) {
    model.show(subject);
  }

  @Override
  public void open() {
    model.ask();
  }

  @Override
  public void leave() {
    model.leave();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    following.unsubscribe();
    lines.close();
    model.close();
  }
}
