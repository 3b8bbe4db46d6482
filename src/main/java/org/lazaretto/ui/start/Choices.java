package org.lazaretto.ui.start;

import java.nio.file.Path;
import org.lazaretto.session.NewCase;

/** What can be chosen on the start page. */
public interface Choices {
  /** Starts an exercise on the training range. */
  void practise(String scenario);

  /** Whether the reference walkthrough of a scenario can be watched. */
  boolean canWatch();

  /** Starts an exercise in which the program plays, and the user watches. */
  void watch(String scenario);

  /** Opens a context with a new case. */
  void open(String context, NewCase fresh);

  /** Opens a context and goes on with the case in that folder. */
  void goOn(String context, Path folder);

  /** Opens a case to read it only. */
  void read(Path folder);

  /** Asks what the caller may do on a context, without a case. */
  void showRights(String context);
}
