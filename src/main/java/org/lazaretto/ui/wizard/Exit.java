package org.lazaretto.ui.wizard;

import org.lazaretto.plan.Wizard;

/** The ways out of a wizard. */
interface Exit {
  /** Closes the drawer. */
  void close();

  /** Opens another wizard in its place. */
  void open(Wizard next);
}
