package org.lazaretto.ui.inspector;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** The tab with the log of a container. */
final class LogPage implements Tabbed {
  private final LogViewModel model;
  private final LinesPane lines;
  private final Parent view;
  private final AnswerPlace place;
  private final Subscription following;
  @FXML private StackPane logPane;
  @FXML private ComboBox<String> containerBox;
  @FXML private ToggleButton previousButton;
  @FXML private ToggleButton timesButton;
  @FXML private ToggleButton followButton;
  @FXML private Label logStateLabel;

  LogPage(Desk desk) {
    this.model = new LogViewModel(desk.incident().details(), desk.background());
    this.lines = new LinesPane(model.lines());
    this.view = Pages.load("inspector/log", this);
    containerBox.setItems(model.containers());
    containerBox.setConverter(new Names());
    containerBox.valueProperty().subscribe(this::choose);
    previousButton.selectedProperty().bindBidirectional(model.previousProperty());
    lines.timesProperty().bind(timesButton.selectedProperty());
    followButton.setOnAction(_ -> follow());
    lines.list().addEventFilter(ScrollEvent.SCROLL, this::pauseOnLookingBack);
    this.place = new AnswerPlace(logPane, lines.view(), model::restart);
    this.following =
        Subscription.combine(
            model.containerProperty().subscribe(name -> name.ifPresent(containerBox::setValue)),
            model.stateProperty().subscribe(_ -> tell()),
            model.waitingProperty().subscribe(_ -> tell()),
            model.pausedProperty().subscribe(_ -> tell()));
    lines.onLooking(this::hold);
    model.lines().subscribe(this::keepToEnd);
  }

  private static final class Names extends StringConverter<String> {
    @Override
    public String toString(@org.jspecify.annotations.Nullable String name) {
      return name == null ? "" : HostileText.visible(Elision.middle(name, 40));
    }

    @Override
    public String fromString(String words) {
      throw new UnsupportedOperationException("a container is chosen, not written");
    }
  }

  private void choose(@org.jspecify.annotations.Nullable String name) {
    if (name != null) {
      model.containerProperty().set(Optional.of(name));
    }
  }

  private void follow() {
    if (model.stateProperty().get() instanceof LogState.Ended) {
      model.restart();
    } else {
      model.pausedProperty().set(!followButton.isSelected());
    }
  }

  private void pauseOnLookingBack(ScrollEvent event) {
    if (event.getDeltaY() > 0 && model.stateProperty().get() instanceof LogState.Following) {
      model.pausedProperty().set(true);
    }
  }

  /** Who looks at a hit does not want it to run away. */
  private void hold() {
    if (model.stateProperty().get() instanceof LogState.Following) {
      model.pausedProperty().set(true);
    }
  }

  private void keepToEnd() {
    if (!model.pausedProperty().get()) {
      lines.scrollToEnd();
    }
  }

  private void tell() {
    LogState state = model.stateProperty().get();
    boolean paused = model.pausedProperty().get();
    boolean growing = state instanceof LogState.Following || state instanceof LogState.Broken;
    followButton.setSelected(growing && !paused);
    followButton.setDisable(!growing && !(state instanceof LogState.Ended));
    logStateLabel.setText(words(state, paused));
    place(state);
  }

  private String words(LogState state, boolean paused) {
    return switch (state) {
      case LogState.Idle _, LogState.Opening _ -> Texts.of("inspector.loading");
      case LogState.Following _ ->
          paused
              ? Texts.of("inspector.log.paused", model.waitingProperty().get())
              : Texts.of("inspector.log.following");
      case LogState.Broken _ -> Texts.of("inspector.log.broken");
      case LogState.Ended _ -> Texts.of("inspector.log.ended");
      case LogState.Gone _ -> Texts.of("inspector.log.gone");
      case LogState.Denied _, LogState.Failed _ -> "";
    };
  }

  private void place(LogState state) {
    boolean empty = model.lines().isEmpty();
    switch (state) {
      case LogState.Ended _ when empty -> place.showNothing("inspector.log.empty");
      case LogState.Gone _ when empty -> place.show(new Answer.Gone<>(""));
      case LogState.Following _, LogState.Broken _, LogState.Ended _, LogState.Gone _ ->
          place.show(new Answer.Here<>(model.lines()));
      case LogState.Idle _, LogState.Opening _ -> place.show(new Answer.Coming<>());
      case LogState.Denied(var reason) -> place.show(new Answer.Denied<>(reason));
      case LogState.Failed(var failure) -> place.show(new Answer.Failed<>(failure));
    }
  }

  @Override
  public void show(Subject subject) {
    model.show(subject);
  }

  @Override
  public void open() {
    model.open();
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
