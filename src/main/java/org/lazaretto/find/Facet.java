package org.lazaretto.find;

import java.util.Optional;

/**
 * One searchable field of a table: its texts, and which of them each row has. Rows that share a
 * value share its entry, so that a value is compared once.
 *
 * @param entryOfRow the entry of each row; empty if each row is its own entry
 */
record Facet(Field field, Column column, Optional<int[]> entryOfRow) {
  /** Raises what each row has reached for this term to what this field gives. */
  void raise(String term, int[] reached) {
    byte[] quality = column.quality(term);
    if (entryOfRow.isEmpty()) {
      for (int row = 0; row < reached.length; row++) {
        reached[row] = Math.max(reached[row], score(quality[row]));
      }
      return;
    }
    int[] entries = entryOfRow.get();
    for (int row = 0; row < reached.length; row++) {
      reached[row] = Math.max(reached[row], score(quality[entries[row]]));
    }
  }

  /** What the row reaches by this field alone, with the text that does it. */
  Optional<Reached> best(int row, String term) {
    int entry = entryOfRow.map(entries -> entries[row]).orElse(row);
    return column
        .bestText(entry, term)
        .map(found -> new Reached(score(found.quality()), new Hit.Match(field, found.text())));
  }

  /** A score and its reason. */
  record Reached(int score, Hit.Match match) {}

  private int score(int quality) {
    return quality == 0 ? 0 : field.weight() + 10 * quality;
  }
}
