package org.lazaretto.ui.wizard.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.plan.Plan;
import org.lazaretto.session.CaseWork;
import org.lazaretto.session.Order;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Latest;
import org.lazaretto.ui.wizard.run.RunLine.Phase;

/**
 * One run of one approved plan. It goes on whether or not somebody looks; what it does is pulled
 * onto the toolkit's thread at most once a pulse.
 */
public final class RunViewModel {
  private final CaseWork work;
  private final Background background;
  private final Order order;
  private final RunBoard board;
  private final Runnable journalGrew;
  private final Instant begun;
  private final Cancellation cancellation = new Cancellation();
  private final ObservableList<RunLine> lines = FXCollections.observableArrayList();
  private final ObservableList<String> notes = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<RunState> state =
      new ReadOnlyObjectWrapper<>(new RunState.Running());
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private Optional<Instant> ended = Optional.empty();

  /**
   * A run that has not begun.
   *
   * @param journalGrew told whenever the journal may have grown, from any thread
   */
  public RunViewModel(CaseWork work, Background background, Order order, Runnable journalGrew) {
    this.work = work;
    this.background = background;
    this.order = order;
    this.journalGrew = journalGrew;
    this.begun = work.place().clock().instant();
    Latest pull = new Latest(background.fx(), this::pull);
    this.board =
        new RunBoard(
            order.plan(),
            work.place().clock(),
            () -> {
              pull.changed();
              journalGrew.run();
            });
    lines.setAll(board.lines());
  }

  /**
   * Begins.
   *
   * @param statement what the responder says about it, written into the journal first
   */
  public void begin(String statement) {
    background.run(
        () -> {
          work.note(statement);
          return work.carryOut(order, board, cancellation);
        },
        result -> over(new RunState.Ended(result)),
        failure -> over(new RunState.NotBegun(failure)));
  }

  private void over(RunState last) {
    ended = Optional.of(work.place().clock().instant());
    pull();
    state.set(last);
    journalGrew.run();
  }

  private void pull() {
    List<RunLine> now = board.lines();
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).equals(lines.get(i))) {
        lines.set(i, now.get(i));
      }
    }
    List<String> said = board.notes();
    notes.addAll(said.subList(notes.size(), said.size()));
    changes.set(changes.get() + 1);
  }

  /** Asks for the stop: nothing further is sent; what was sent stays sent and is followed. */
  public void cancel() {
    cancellation.cancel();
    if (!state.get().over()) {
      state.set(new RunState.Stopping());
    }
  }

  /** What is carried out. */
  public Plan plan() {
    return order.plan();
  }

  /** One line a step, in the plan's order. */
  public ObservableList<RunLine> lines() {
    return lines;
  }

  /** What a person should know of the run as a whole. */
  public ObservableList<String> notes() {
    return notes;
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Changes whenever lines or notes did. */
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** How many steps are in that phase. */
  public int count(Phase phase) {
    return (int) lines.stream().filter(line -> line.phase() == phase).count();
  }

  /** How many steps are settled, one way or the other. */
  public int settled() {
    return (int) lines.stream().filter(line -> line.settled().isPresent()).count();
  }

  /** How long ago it ended; nothing while it goes on. */
  public Duration sinceEnd() {
    Instant now = work.place().clock().instant();
    return ended.map(then -> Duration.between(then, now)).orElse(Duration.ZERO);
  }

  /** How long it has been going on, or took. */
  public Duration elapsed() {
    Instant until = ended.orElseGet(() -> work.place().clock().instant());
    return Duration.between(begun, until);
  }
}
