package org.lazaretto.ui.wizard;

import java.util.Optional;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.desk.NextStep;
import org.lazaretto.ui.desk.Notice;

/** The ways out of a wizard. */
interface Exit {
  /** Closes the drawer. */
  void close();

  /** What comes next in the case, as the rail names it; empty if nothing is urged. */
  Optional<NextStep> next();

  /** Leaves for that step. */
  void go(NextStep next);

  /** Tells something that outlives the wizard. */
  void tell(Notice notice);

  /** Opens another wizard in its place. */
  void open(Wizard other);
}
