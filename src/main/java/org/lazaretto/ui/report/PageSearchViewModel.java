package org.lazaretto.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.lazaretto.ui.fx.Texts;

/**
 * Finds words in the texts of a page, capitals and small letters alike. A text in which they stand
 * is one hit, however often they stand there.
 */
final class PageSearchViewModel {
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Hits> hits = new ReadOnlyObjectWrapper<>(Hits.NONE);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private List<String> texts = List.of();

  /**
   * What is found.
   *
   * @param places the numbers of the texts with the words, ascending from 0
   * @param at which of the places one looks at; 0 if there are none
   */
  record Hits(List<Integer> places, int at) {
    static final Hits NONE = new Hits(List.of(), 0);

    Hits {
      places = List.copyOf(places);
    }

    /** The number of the text that one looks at. */
    OptionalInt current() {
      return places.isEmpty() ? OptionalInt.empty() : OptionalInt.of(places.get(at));
    }
  }

  PageSearchViewModel() {
    query.subscribe(_ -> search(0));
  }

  /** Searches another page, or the same one as it is now; one stays at the hit of that number. */
  void read(List<String> page) {
    texts = List.copyOf(page);
    search(hits.get().at());
  }

  private void search(int at) {
    String wanted = query.get().strip().toLowerCase(Locale.ROOT);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; !wanted.isEmpty() && i < texts.size(); i++) {
      if (texts.get(i).toLowerCase(Locale.ROOT).contains(wanted)) {
        places.add(i);
      }
    }
    put(new Hits(places, Math.max(0, Math.min(at, places.size() - 1))));
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
    Hits now = hits.get();
    if (!now.places().isEmpty()) {
      put(new Hits(now.places(), Math.floorMod(now.at() + step, now.places().size())));
    }
  }

  private void put(Hits now) {
    hits.set(now);
    summary.set(words(now));
  }

  private String words(Hits now) {
    if (query.get().isBlank()) {
      return "";
    }
    return now.places().isEmpty()
        ? Texts.of("report.search.none")
        : Texts.of("report.search.of", now.at() + 1, now.places().size());
  }

  /** What is searched; blank for nothing. */
  StringProperty queryProperty() {
    return query;
  }

  /** What is found. */
  ReadOnlyObjectProperty<Hits> hitsProperty() {
    return hits.getReadOnlyProperty();
  }

  /** Which of how many hits one looks at, in words; empty if nothing is searched. */
  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }
}
