package org.lazaretto.ui.inspector;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.find.Group;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** The tab with what stands near the object; a click or Enter leads to it. */
final class NeighboursPage implements Tabbed {
  private final NeighboursViewModel model;
  private final Doer doer;
  private final Tab tab;
  private final Parent view;
  private final AnswerPlace place;
  private final Subscription following;
  @FXML private StackPane neighboursPane;
  @FXML private ListView<NeighbourRow> neighbourList;

  /**
   * The tab's content.
   *
   * @param tab says how many there are
   */
  NeighboursPage(Desk desk, Tab tab) {
    this.tab = tab;
    this.doer = new Doer(desk, () -> {});
    this.model =
        new NeighboursViewModel(desk.snapshotProperty(), desk.recordProperty(), desk.background());
    this.view = Pages.load("inspector/neighbours", this);
    neighbourList.setItems(model.rows());
    neighbourList.setCellFactory(_ -> new NeighbourCell());
    neighbourList.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    neighbourList.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> go());
    this.place = new AnswerPlace(neighboursPane, neighbourList, model::ask);
    place.seen(false);
    this.following = model.answerProperty().subscribe(this::answered);
  }

  private Optional<NeighbourRow> chosen() {
    return Optional.ofNullable(neighbourList.getSelectionModel().getSelectedItem());
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      go();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      chosen().ifPresent(row -> Clip.copy(name(row)));
      event.consume();
    }
  }

  private void go() {
    chosen()
        .ifPresent(row -> {
          switch (row) {
            case NeighbourRow.Heading(var what, _, _) -> {
              neighbourList.getSelectionModel().clearSelection();
              model.fold(what);
            }
            case NeighbourRow.OfPod(var pod, _) ->
                doer.does(new Deed.Select(new Selection.OfPod(pod.ref())));
            case NeighbourRow.OfService(var service, _) ->
                doer.does(
                    new Deed.Light(
                        Texts.of("inspector.light.service", service.object().name()),
                        new Group.WithLabels(service.object().namespace(), service.selector())));
          }
        });
  }

  private static String name(NeighbourRow row) {
    return switch (row) {
      case NeighbourRow.Heading(var what, _, _) -> Texts.of("inspector.neighbours." + what);
      case NeighbourRow.OfPod(var pod, _) -> pod.ref().path();
      case NeighbourRow.OfService(var service, _) -> service.object().path();
    };
  }

  private void answered(Answer<Neighbourhood> answer) {
    tab.setText(
        answer
            .known()
            .map(near ->
                Texts.of("inspector.tab.neighbours.count", InspectorTabs.count(near.size())))
            .orElse(Texts.of("inspector.tab.neighbours")));
    place.show(answer);
  }

  @Override
  public void show(Subject subject) {
    model.show(subject);
  }

  @Override
  public void open() {
    place.seen(true);
    model.open();
  }

  @Override
  public void glance() {
    model.ask();
  }

  @Override
  public void leave() {
    place.seen(false);
    model.leave();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    following.unsubscribe();
    model.close();
  }
}
