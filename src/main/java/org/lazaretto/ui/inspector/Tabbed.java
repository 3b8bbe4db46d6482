package org.lazaretto.ui.inspector;

import org.lazaretto.ui.fx.Page;

/** What stands under one tab. It works only while it is open. */
interface Tabbed extends Page {
  /** It is to be seen, and about that subject; called again when the subject changes. */
  void open(Subject subject);

  /** It is not to be seen any more: ends what is under way. */
  void leave();
}
