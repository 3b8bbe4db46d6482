package org.lazaretto.ui.inspector;

import org.lazaretto.ui.fx.Page;

/** What stands under one tab. It asks the cluster only while it is open. */
interface Tabbed extends Page {
  /** It is about that subject from now on, open or not. */
  void show(Subject subject);

  /** It is to be seen, or what it is about has changed while it is. */
  void open();

  /** Somebody rests on the subject: its title may say how much there is. */
  default void glance() {}

  /** It is not to be seen any more: ends what is under way. */
  void leave();
}
