package org.lazaretto.ui.inspector;

import java.util.List;

/**
 * Some facts that belong together.
 *
 * @param title empty for the first facts, which need none
 */
record Section(String title, List<Row> rows) {
  /** Copies what it is given. */
  Section {
    rows = List.copyOf(rows);
  }
}
