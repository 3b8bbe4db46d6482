package org.lazaretto.ui.journal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows are wanted, in which order.
 *
 * @param words all of them must stand in a row; in lower case
 * @param hidden kinds that are not wanted
 * @param order by which column; empty for the newest first
 */
record RowQuery(List<String> words, Set<RowKind> hidden, Optional<Order> order) {
  /** Everything, the newest first. */
  static final RowQuery ALL = new RowQuery(List.of(), Set.of(), Optional.empty());

  RowQuery {
    words = List.copyOf(words);
    hidden = Set.copyOf(hidden);
  }

  /** An order of rows by one column. */
  record Order(Column column, boolean ascending) {
    Comparator<JournalRow> comparator() {
      return ascending ? column.comparator : column.comparator.reversed();
    }
  }

  /** What rows can be ordered by; rows alike stay in the order of their lines. */
  enum Column {
    TIME(Comparator.comparingLong(JournalRow::number)),
    WHO(Comparator.comparing(JournalRow::who)),
    STEP(Comparator.comparing(row -> row.kind().word())),
    WHAT(Comparator.comparing(row -> row.what().text(), String.CASE_INSENSITIVE_ORDER)),
    OUTCOME(Comparator.comparing(row -> row.outcome().words())),
    EVIDENCE(Comparator.comparingInt(row -> row.evidence().size()));

    private final Comparator<JournalRow> comparator;

    Column(Comparator<JournalRow> comparator) {
      this.comparator = comparator;
    }
  }

  /** The words of what was typed. */
  static List<String> words(String typed) {
    return Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  boolean wants(JournalRow row) {
    return !hidden.contains(row.kind()) && row.has(words);
  }
}
