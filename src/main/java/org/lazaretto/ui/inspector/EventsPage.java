package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.lazaretto.observe.EventEntry;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** The tab with the events about the object. */
final class EventsPage implements Tabbed {
  private final EventsViewModel model;
  private final Tab tab;
  private final Parent view;
  private final AnswerPlace place;
  private final Subscription following;
  @FXML private StackPane eventsPane;
  @FXML private ListView<EventEntry> eventList;
  @FXML private ComboBox<EventsViewModel.Order> orderBox;
  @FXML private Button eventsCopyButton;
  @FXML private Button eventsRefreshButton;

  /**
   * The tab's content.
   *
   * @param tab says how many there are
   */
  EventsPage(Desk desk, Tab tab) {
    this.tab = tab;
    this.model = new EventsViewModel(desk.incident().details(), desk.background());
    this.view = Pages.load("inspector/events", this);
    orderBox.getItems().setAll(EventsViewModel.Order.values());
    orderBox.setConverter(new OrderWords());
    orderBox.valueProperty().bindBidirectional(model.orderProperty());
    eventList.setItems(model.rows());
    eventList.setCellFactory(_ -> new EventCell());
    eventList.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    eventList.addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnKey);
    eventsCopyButton.setOnAction(_ -> Clip.copy(model.copyable()));
    eventsRefreshButton.setOnAction(_ -> model.refresh());
    this.place = new AnswerPlace(eventsPane, eventList, model::refresh);
    place.seen(false);
    this.following = model.answerProperty().subscribe(this::answered);
  }

  private static final class OrderWords extends StringConverter<EventsViewModel.Order> {
    @Override
    public String toString(EventsViewModel.Order order) {
      return Texts.of("inspector.events.order." + order.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public EventsViewModel.Order fromString(String words) {
      throw new UnsupportedOperationException("an order is chosen, not written");
    }
  }

  private void copyOnKey(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      Clip.copy(
          eventList.getSelectionModel().getSelectedItems().stream()
              .map(EventsViewModel::copyable)
              .collect(Collectors.joining("\n")));
      event.consume();
    }
  }

  private void answered(Answer<List<EventEntry>> answer) {
    Optional<Integer> count = answer.known().map(List::size);
    tab.setText(
        count
            .map(n -> Texts.of("inspector.tab.events.count", InspectorTabs.count(n)))
            .orElse(Texts.of("inspector.tab.events")));
    if (count.filter(n -> n == 0).isPresent()) {
      place.showNothing("inspector.events.none");
    } else {
      place.show(answer);
    }
    eventsCopyButton.setDisable(count.orElse(0) == 0);
  }

  @Override
  public void show(Subject subject) {
    model.show(subject);
  }

  @Override
  public void open() {
    place.seen(true);
    model.ask();
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
