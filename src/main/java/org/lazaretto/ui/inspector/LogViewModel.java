package org.lazaretto.ui.inspector;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.observe.Detail;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Latest;

/** The log of one container of a pod: followed while it is open, paused while one reads. */
final class LogViewModel implements AutoCloseable {
  private static final int TAIL = 2_000;

  private final ObjectDetails details;
  private final Background background;
  private final ObservableList<TextLine> lines = FXCollections.observableArrayList();
  private final ObservableList<String> containers = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<String>> container =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty previous = new SimpleBooleanProperty();
  private final BooleanProperty paused = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<LogState> state =
      new ReadOnlyObjectWrapper<>(new LogState.Idle());
  private final Subscription choices;
  private Optional<ObjectRef> pod = Optional.empty();
  private Optional<Reading> reading = Optional.empty();
  private boolean open;
  private long chars;

  /** One log that is being read. */
  private record Reading(LogFollower follower, LogBuffer buffer, Background.Running running) {}

  LogViewModel(ObjectDetails details, Background background) {
    this.details = details;
    this.background = background;
    this.choices =
        Subscription.combine(
            container.subscribe((_, _) -> restart()),
            previous.subscribe((_, _) -> restart()),
            paused.subscribe((_, _) -> pull()));
  }

  /** Is about another subject from now on; nothing is asked yet. */
  void show(Subject subject) {
    Optional<Pod> next =
        subject instanceof Subject.OfPod shown ? Optional.of(shown.pod()) : Optional.empty();
    List<String> names = next.map(LogViewModel::names).orElse(List.of());
    if (next.map(Pod::object).equals(pod)) {
      if (!names.equals(containers)) {
        containers.setAll(names);
      }
      return;
    }
    stop();
    pod = next.map(Pod::object);
    containers.setAll(names);
    previous.set(false);
    container.set(names.stream().findFirst());
  }

  /** The ordinary containers first: that is where one looks. */
  private static List<String> names(Pod pod) {
    Comparator<ContainerState> ordinary =
        Comparator.comparing(state -> state.role() != ContainerState.Role.MAIN);
    return pod.status().containers().stream().sorted(ordinary).map(ContainerState::name).toList();
  }

  /** It is to be seen: reads, unless it does. */
  void open() {
    open = true;
    if (reading.isEmpty()) {
      restart();
    }
  }

  /** It is not to be seen any more: the connection ends, what was read is forgotten. */
  void leave() {
    open = false;
    stop();
  }

  /** Reads from the beginning of the tail once more. */
  void restart() {
    stop();
    if (!open || pod.isEmpty() || container.get().isEmpty()) {
      return;
    }
    LogBuffer buffer = new LogBuffer();
    Latest latest = new Latest(background.fx(), this::pull);
    LogFollower follower =
        new LogFollower(source(pod.get(), container.get().get()), buffer, latest::changed);
    state.set(new LogState.Opening());
    reading =
        Optional.of(
            new Reading(
                follower, buffer, background.run(follower::read, _ -> pull(), this::failed)));
    pull();
  }

  private LogFollower.Source source(ObjectRef from, String name) {
    return previous.get()
        ? () -> stream(details.previousLog(from, name, TAIL))
        : () -> details.log(from, name, TAIL);
  }

  private static Detail<InputStream> stream(Detail<byte[]> whole) {
    return switch (whole) {
      case Detail.Read(var bytes) -> new Detail.Read<>(new ByteArrayInputStream(bytes));
      case Detail.Gone(var reason) -> new Detail.Gone<>(reason);
      case Detail.Denied(var reason) -> new Detail.Denied<>(reason);
      case Detail.Unavailable(var code, var reason) -> new Detail.Unavailable<>(code, reason);
    };
  }

  private void failed(Failure failure) {
    state.set(new LogState.Failed(failure));
  }

  private void stop() {
    reading.ifPresent(old -> {
      old.follower().close();
      old.running().cancel();
    });
    reading = Optional.empty();
    lines.clear();
    chars = 0;
    waiting.set(0);
    paused.set(false);
    state.set(new LogState.Idle());
  }

  /** Shows what has come, unless somebody reads. */
  private void pull() {
    reading.ifPresent(now -> {
      state.set(now.follower().state());
      if (paused.get()) {
        waiting.set(now.buffer().size());
        return;
      }
      waiting.set(0);
      add(now.buffer().drain());
    });
  }

  private void add(List<TextLine> more) {
    if (more.isEmpty()) {
      return;
    }
    for (TextLine line : more) {
      chars += line.text().length();
    }
    int old = 0;
    int size = lines.size() + more.size();
    while (old < lines.size()
        && (size - old > LogBuffer.MOST_LINES || chars > LogBuffer.MOST_CHARS)) {
      chars -= lines.get(old).text().length();
      old++;
    }
    lines.remove(0, old);
    lines.addAll(new ArrayList<>(more));
  }

  /** The lines that are shown. */
  ObservableList<TextLine> lines() {
    return lines;
  }

  /** The containers that have a log. */
  ObservableList<String> containers() {
    return containers;
  }

  /** Whose log it is. */
  ObjectProperty<Optional<String>> containerProperty() {
    return container;
  }

  /** Whether it is the log of the instance before the last restart. */
  BooleanProperty previousProperty() {
    return previous;
  }

  /** Whether new lines wait instead of being shown. */
  BooleanProperty pausedProperty() {
    return paused;
  }

  /** How many lines wait. */
  ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** How reading goes. */
  ReadOnlyObjectProperty<LogState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  @Override
  public void close() {
    choices.unsubscribe();
    leave();
  }
}
