package org.lazaretto.ui.wizard;

import javafx.scene.control.Tooltip;

/** Tooltips with more than a word. */
final class Tips {
  private Tips() {}

  /** A tooltip that wraps its lines. */
  static Tooltip wide(String text) {
    Tooltip tip = new Tooltip(text);
    tip.setWrapText(true);
    tip.setMaxWidth(420);
    return tip;
  }
}
