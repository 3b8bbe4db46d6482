package org.lazaretto.ui.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lazaretto.journal.ChainReading;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.session.Dossier;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.journal.JournalIndex.Shown;

/**
 * The journal as its pane shows it: rows that are filtered and ordered beside the toolkit's thread,
 * and a chain that is read from disk and recomputed after each line. All methods are for the
 * toolkit's thread; however many lines come while one reading is under way, one more follows.
 */
public final class JournalViewModel implements AutoCloseable {
  private static final int LOOK_AGAIN_SECONDS = 10;

  private final Dossier dossier;
  private final Background background;
  private final JournalIndex index;
  private final ObservableList<JournalRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
  private final ReadOnlyObjectWrapper<ChainSign> chain =
      new ReadOnlyObjectWrapper<>(ChainSign.CHECKING);
  private final ReadOnlyIntegerWrapper lines = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Repeated reading = new Repeated(this::read);
  private final Repeated checking = new Repeated(this::check);
  private RowQuery query = RowQuery.ALL;
  private int seconds;

  /** Shows a case; reads nothing before {@link #grew}. */
  public JournalViewModel(Dossier dossier, Background background) {
    this.dossier = dossier;
    this.background = background;
    this.index = new JournalIndex(dossier.writable());
  }

  /** The journal may have grown. */
  public void grew() {
    lines.set(dossier.lines().size());
    reading.want();
    checking.want();
  }

  /** A second has passed: what may heal by itself, or go wrong by itself, is looked at again. */
  public void tick() {
    seconds++;
    boolean settled = chain.get().outcome().tone() == RowOutcome.Tone.GOOD;
    if (dossier.writable() && (!settled || seconds % LOOK_AGAIN_SECONDS == 0)) {
      checking.want();
    }
  }

  /** Shows the rows in which all words of a text stand. */
  public void filter(String typed) {
    ask(new RowQuery(RowQuery.words(typed), query.hidden(), query.order()));
  }

  /** Shows all kinds but these. */
  public void hide(Set<RowKind> kinds) {
    ask(new RowQuery(query.words(), kinds, query.order()));
  }

  /** Orders the rows; without an order the newest is the first. */
  void order(Optional<RowQuery.Order> order) {
    ask(new RowQuery(query.words(), query.hidden(), order));
  }

  private void ask(RowQuery next) {
    if (!next.equals(query)) {
      query = next;
      reading.want();
    }
  }

  /** Whether all lines are of one day, so that the time of day says enough. */
  boolean oneDay() {
    List<JournalLine> all = dossier.lines();
    return all.isEmpty() || day(all.getFirst()).equals(day(all.getLast()));
  }

  private static Instant day(JournalLine line) {
    return line.at().truncatedTo(ChronoUnit.DAYS);
  }

  /** Whether a filter may hide rows. */
  public boolean filtered() {
    return !query.words().isEmpty() || !query.hidden().isEmpty();
  }

  private void read() {
    RowQuery asked = query;
    reading.running(
        background.run(
            () -> index.shown(dossier.lines(), asked),
            this::show,
            trouble -> {
              failure.set(Optional.of(trouble));
              reading.done();
            }));
  }

  private void show(Shown now) {
    failure.set(Optional.empty());
    rows.setAll(now.rows());
    shown.set(now);
    reading.done();
  }

  private void check() {
    checking.running(
        background.run(
            dossier::chain,
            this::checked,
            trouble -> {
              chain.set(ChainSign.unread(trouble.words()));
              checking.done();
            }));
  }

  private void checked(ChainReading now) {
    chain.set(ChainSign.of(now, dossier.lines().size(), dossier.writable()));
    checking.done();
    if (now.holds() && now.lines() < dossier.lines().size()) {
      checking.want();
    }
  }

  /** The rows to be seen, in their order. */
  public ObservableList<JournalRow> rows() {
    return rows;
  }

  /** How many rows there are, of each kind, and which are to be seen. */
  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** How many lines the journal has. */
  public ReadOnlyIntegerProperty linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /** How the chain stands. */
  public ReadOnlyObjectProperty<ChainSign> chainProperty() {
    return chain.getReadOnlyProperty();
  }

  /** Why the rows could not be made; empty as long as all goes well. */
  public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  @Override
  public void close() {
    reading.close();
    checking.close();
  }
}
