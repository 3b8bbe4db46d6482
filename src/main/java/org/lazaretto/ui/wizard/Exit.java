package org.lazaretto.ui.wizard;

import java.util.Optional;
import org.lazaretto.plan.Wizard;

/** The ways out of a wizard. */
interface Exit {
  /** Closes the drawer. */
  void close();

  /** The wizard that follows one that has just ended; empty if nothing is urged after it. */
  Optional<Wizard> after(Wizard ended);

  /** Opens another wizard in its place. */
  void open(Wizard next);
}
