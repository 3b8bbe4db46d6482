package org.lazaretto.ui.inspector;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.observe.EventEntry;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.ui.fx.Background;

/** The events about an object, in an order that a person chooses. */
final class EventsViewModel implements AutoCloseable {
  private final ObjectDetails details;
  private final Question<List<EventEntry>> events;
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.LATEST);
  private final ObservableList<EventEntry> rows = FXCollections.observableArrayList();
  private final Subscription following;
  private Optional<ObjectRef> object = Optional.empty();

  /** What comes first. */
  enum Order {
    LATEST(age().reversed()),
    OLDEST(age()),
    OFTEN(Comparator.comparingInt(EventEntry::count).thenComparing(age()).reversed()),
    WARNINGS(
        Comparator.comparing((EventEntry event) -> event.type().equals("Warning"))
            .thenComparing(age())
            .reversed());

    private final Comparator<EventEntry> comparator;

    Order(Comparator<EventEntry> comparator) {
      this.comparator = comparator;
    }

    private static Comparator<EventEntry> age() {
      return Comparator.comparing(event -> event.last().orElse(Instant.MIN));
    }
  }

  EventsViewModel(ObjectDetails details, Background background) {
    this.details = details;
    this.events = new Question<>(background);
    this.following =
        Subscription.combine(
            events.answerProperty().subscribe(_ -> sort()), order.subscribe(_ -> sort()));
  }

  private void sort() {
    List<EventEntry> known = events.answerProperty().get().known().orElse(List.of());
    rows.setAll(known.stream().sorted(order.get().comparator).toList());
  }

  /** Is about another subject from now on; nothing is asked yet. */
  void show(Subject subject) {
    Optional<ObjectRef> next =
        subject instanceof Subject.Known known ? Optional.of(known.object()) : Optional.empty();
    if (!next.equals(object)) {
      object = next;
      events.close();
    }
  }

  /** Asks, unless it is known or under way. */
  void ask() {
    if (events.answerProperty().get() instanceof Answer.None<List<EventEntry>>) {
      refresh();
    }
  }

  /** Asks once more. */
  void refresh() {
    object.ifPresent(ref -> events.askAgain(() -> details.events(ref)));
  }

  /** Calls off what is under way; what is known stays. */
  void leave() {
    if (events.answerProperty().get().known().isEmpty()) {
      events.close();
    }
  }

  /** All rows, as a table that a spreadsheet takes. */
  String copyable() {
    return rows.stream().map(EventsViewModel::copyable).collect(Collectors.joining("\n"));
  }

  /** One row of it. */
  static String copyable(EventEntry event) {
    return String.join(
        "\t",
        event.last().map(Instant::toString).orElse(""),
        HostileText.visible(event.type()),
        HostileText.visible(event.reason()),
        Integer.toString(event.count()),
        HostileText.visible(event.source()),
        HostileText.visible(event.message()));
  }

  /** What is known. */
  ReadOnlyObjectProperty<Answer<List<EventEntry>>> answerProperty() {
    return events.answerProperty();
  }

  /** What comes first. */
  ObjectProperty<Order> orderProperty() {
    return order;
  }

  /** The events in that order. */
  ObservableList<EventEntry> rows() {
    return rows;
  }

  @Override
  public void close() {
    following.unsubscribe();
    events.close();
  }
}
