package org.lazaretto.ui.journal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.journal.JournalLine;

/**
 * The rows of a growing journal, filtered and ordered. Lines that were taken are not looked at
 * again. To be used by one worker at a time.
 */
final class JournalIndex {
  private final JournalFold fold;
  private int taken;

  JournalIndex(boolean live) {
    this.fold = new JournalFold(live);
  }

  /**
   * What is to be seen.
   *
   * @param rows those that are wanted, in their order
   * @param all how many rows there are
   * @param kinds how many of each kind there are
   */
  record Shown(List<JournalRow> rows, int all, Map<RowKind, Integer> kinds) {
    static final Shown NOTHING = new Shown(List.of(), 0, Map.of());
  }

  /** Takes the lines that are new, and finds the rows that are wanted. */
  Shown shown(List<JournalLine> lines, RowQuery query) {
    if (lines.size() > taken) {
      fold.take(lines.subList(taken, lines.size()));
      taken = lines.size();
    }
    Map<RowKind, Integer> kinds = new EnumMap<>(RowKind.class);
    List<JournalRow> wanted = new ArrayList<>();
    for (JournalRow row : fold.rows().reversed()) {
      kinds.merge(row.kind(), 1, Integer::sum);
      if (query.wants(row)) {
        wanted.add(row);
      }
    }
    query.order().ifPresent(order -> wanted.sort(order.comparator()));
    return new Shown(wanted, fold.rows().size(), kinds);
  }
}
