package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.lazaretto.ui.fx.Texts;

/**
 * Finds text in lines, capitals and small letters alike, also while lines come and go. A line that
 * comes is looked at once.
 */
final class LineSearch {
  /** No line. */
  static final long NONE = -1;

  private final ObservableList<TextLine> lines;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyLongWrapper current = new ReadOnlyLongWrapper(NONE);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final List<Long> hits = new ArrayList<>();

  LineSearch(ObservableList<TextLine> lines) {
    this.lines = lines;
    lines.addListener(this::changed);
    query.subscribe(_ -> begin());
  }

  private void begin() {
    hits.clear();
    lines.forEach(this::look);
    current.set(hits.isEmpty() ? NONE : hits.getFirst());
    summarize();
  }

  private void changed(ListChangeListener.Change<? extends TextLine> change) {
    if (query.get().isEmpty()) {
      return;
    }
    while (change.next()) {
      if (change.wasReplaced()) {
        begin();
        return;
      }
      if (change.wasRemoved()) {
        long first = lines.isEmpty() ? Long.MAX_VALUE : lines.getFirst().number();
        hits.removeIf(hit -> hit < first);
      }
      change.getAddedSubList().forEach(this::look);
    }
    if (Collections.binarySearch(hits, current.get()) < 0) {
      current.set(hits.isEmpty() ? NONE : hits.getFirst());
    }
    summarize();
  }

  private void look(TextLine line) {
    if (find(line.text(), query.get(), 0) >= 0) {
      hits.add(line.number());
    }
  }

  /** Where the searched text begins in a line, from a position on; less than 0 if nowhere. */
  static int find(String text, String what, int from) {
    if (what.isEmpty()) {
      return -1;
    }
    for (int at = from; at <= text.length() - what.length(); at++) {
      if (text.regionMatches(true, at, what, 0, what.length())) {
        return at;
      }
    }
    return -1;
  }

  /** Goes to the next hit, after the last to the first. */
  void next() {
    go(1);
  }

  /** Goes to the hit before, before the first to the last. */
  void previous() {
    go(-1);
  }

  private void go(int step) {
    if (!hits.isEmpty()) {
      int at = Math.max(0, Collections.binarySearch(hits, current.get()));
      current.set(hits.get(Math.floorMod(at + step, hits.size())));
      summarize();
    }
  }

  private void summarize() {
    if (query.get().isEmpty()) {
      summary.set("");
    } else if (hits.isEmpty()) {
      summary.set(Texts.of("inspector.search.none"));
    } else {
      int at = Collections.binarySearch(hits, current.get()) + 1;
      summary.set(Texts.of("inspector.search.of", at, hits.size()));
    }
  }

  /** What is searched; empty for nothing. */
  StringProperty queryProperty() {
    return query;
  }

  /** The number of the line that one looks at; {@link #NONE} if nothing is found. */
  ReadOnlyLongProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Which of how many hits one looks at, in words. */
  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }
}
