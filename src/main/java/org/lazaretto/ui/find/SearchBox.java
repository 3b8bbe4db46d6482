package org.lazaretto.ui.find;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.lazaretto.find.Hit;
import org.lazaretto.find.Results;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.InSight;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Toolkit;

/** The search in the header: a field, and the hits below it while somebody types. */
public final class SearchBox implements Page {
  private final Desk desk;
  private final SearchViewModel model;
  private final Parent view;
  private final HitPopup popup;
  private final Toolkit.Ticking ticking;
  private final Subscription listening;
  @FXML private TextField searchField;
  @FXML private Label keyLabel;

  /** A search over what that desk sees. */
  public SearchBox(Desk desk) {
    this.desk = desk;
    this.model =
        new SearchViewModel(
            desk::snapshot, desk.background(), failure -> desk.tell(Notice.of(failure)));
    this.view = Pages.load("find/search", this);
    this.popup = new HitPopup(model, this::lookAtChosen);
    searchField.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    this.listening =
        Subscription.combine(
            searchField.textProperty().subscribe(this::typed),
            searchField.focusedProperty().subscribe(this::focused),
            model.answerProperty().subscribe(this::show),
            model.chosenProperty().subscribe(now -> popup.mark(now.intValue())));
    this.ticking = Toolkit.everySecond(this::tick);
  }

  private void tick() {
    if (popup.showing()) {
      model.tick();
    }
  }

  private void typed(String text) {
    keyLabel.setVisible(text.isEmpty());
    model.type(text);
  }

  private void focused(boolean now) {
    if (now) {
      searchField.selectAll();
      model.prepare();
    } else {
      popup.hide();
      model.forget();
    }
  }

  private void pressed(KeyEvent event) {
    boolean handled =
        switch (event.getCode()) {
          case DOWN -> moved(1);
          case UP -> moved(-1);
          case PAGE_DOWN -> moved(HitPopup.ROWS);
          case PAGE_UP -> moved(-HitPopup.ROWS);
          case ENTER -> event.isShortcutDown() ? lightAll() : lookAtChosen();
          case ESCAPE -> escaped();
          default -> false;
        };
    if (handled) {
      event.consume();
    }
  }

  private boolean moved(int by) {
    model.move(by);
    return true;
  }

  private boolean lookAtChosen() {
    model.pick(this::lookAt);
    return true;
  }

  private void lookAt(Hit hit) {
    leave();
    switch (hit) {
      case Hit.OfPod(var pod, var _) -> desk.select(new Selection.OfPod(pod.ref()));
      case Hit.OfNode(var node, var _) -> desk.select(new Selection.OfNode(node.ref().name()));
    }
  }

  /** To the picture, where its keys walk and the others act. */
  private void leave() {
    popup.hide();
    Scene scene = searchField.getScene();
    Stream.of("#mapView", "#graphView")
        .map(scene::lookup)
        .filter(Objects::nonNull)
        .filter(InSight::of)
        .findFirst()
        .orElse(scene.getRoot())
        .requestFocus();
  }

  private boolean lightAll() {
    if (model.hit().isPresent()) {
      leave();
      model.light(found -> desk.filterProperty().set(desk.filterProperty().get().with(found)));
    }
    return true;
  }

  /** First the hits go, then the text, then the focus to the picture. */
  private boolean escaped() {
    if (popup.showing()) {
      popup.hide();
    } else if (searchField.getText().isEmpty()) {
      leave();
    } else {
      searchField.clear();
    }
    return true;
  }

  private void show(SearchViewModel.Answer answer) {
    popup.fill(answer.results().orElse(Results.NONE));
    if (answer.results().isEmpty()) {
      popup.hide();
    } else if (searchField.isFocused()) {
      popup.showBelow(searchField);
    }
    popup.mark(model.chosenProperty().get());
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    listening.unsubscribe();
    ticking.close();
    popup.hide();
    model.close();
  }
}
