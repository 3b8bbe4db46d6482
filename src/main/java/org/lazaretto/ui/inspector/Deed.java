package org.lazaretto.ui.inspector;

import org.lazaretto.find.Group;
import org.lazaretto.ui.desk.Selection;

/** What a link of the inspector does. */
sealed interface Deed {
  /** Looks at something else. */
  record Select(Selection what) implements Deed {}

  /** Copies a text. */
  record Copy(String text) implements Deed {}

  /** Asks the cluster once more. */
  record Retry() implements Deed {}

  /**
   * Lights pods and dims the rest.
   *
   * @param reason what they have in common
   */
  record Light(String reason, Group which) implements Deed {}
}
