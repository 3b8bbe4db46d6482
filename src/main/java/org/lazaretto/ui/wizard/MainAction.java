package org.lazaretto.ui.wizard;

/**
 * What the drawer's main button says and does.
 *
 * @param label what it will do, in words
 * @param enabled whether it can be done now
 * @param destructive whether it destroys something that does not come back
 * @param hint why it cannot be done now; empty if it can
 */
record MainAction(String label, boolean enabled, boolean destructive, String hint) {
  static MainAction possible(String label) {
    return new MainAction(label, true, false, "");
  }

  static MainAction blocked(String label, String hint) {
    return new MainAction(label, false, false, hint);
  }
}
