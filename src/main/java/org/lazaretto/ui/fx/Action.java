package org.lazaretto.ui.fx;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Something that a person can do, as the command palette and the sheet of shortcuts list it.
 *
 * @param id its area and what it does, such as {@code map.fit}
 * @param title what it does, in a few words
 * @param shortcut its key, if it has one
 * @param enabled whether it can be done now; asked on the toolkit's thread
 * @param run does it, on the toolkit's thread
 */
public record Action(
    String id, String title, Optional<Shortcut> shortcut, BooleanSupplier enabled, Runnable run) {
  /** An action that can always be done and has no key. */
  public static Action of(String id, String title, Runnable run) {
    return new Action(id, title, Optional.empty(), () -> true, run);
  }

  /** The same on a key. */
  public Action on(Shortcut key) {
    return new Action(id, title, Optional.of(key), enabled, run);
  }

  /** The same, where it cannot always be done. */
  public Action when(BooleanSupplier possible) {
    return new Action(id, title, shortcut, possible, run);
  }
}
