package org.lazaretto.ui.wizard;

import javafx.scene.control.OverrunStyle;

/** Where a text is cut that has no room, so that what tells its object apart stays in sight. */
final class Overrun {
  private static final int LONGEST_HOST = 24;

  private Overrun() {}

  /**
   * At its end, where it ends with the full name of a host: clouds give all nodes of a region the
   * same long ending, and a cut in the middle would take the number before it. In its middle
   * otherwise.
   */
  static OverrunStyle of(String text) {
    String last = text.substring(text.lastIndexOf(' ') + 1);
    int dot = last.indexOf('.');
    boolean host =
        dot > 0
            && dot <= LONGEST_HOST
            && last.indexOf('/') < 0
            && last.substring(0, dot).chars().anyMatch(Character::isLetter);
    return host ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS;
  }
}
