package org.lazaretto.ui.wizard;

import javafx.scene.Parent;
import org.lazaretto.ui.wizard.draft.Draft;

/** The part of the first page that only one wizard has. */
interface OwnFields {
  /** What is put on the page. */
  Parent view();

  /** Shows what is chosen. */
  void show(Draft draft);
}
