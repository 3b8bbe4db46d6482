package org.lazaretto.ui.shell;

import java.util.function.Consumer;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.session.Incident;
import org.lazaretto.session.SessionException;

/** Plays a scenario's reference walkthrough through the window that shows it. */
@FunctionalInterface
public interface Guide {
  /**
   * Plays all steps, for somebody who watches; blocks, and is not for the toolkit's thread. An
   * interrupt ends it between two deeds: what was done stands.
   *
   * @param incident an exercise, which the window shows
   * @param begins hears of each step, on the thread that plays
   * @throws SessionException if the window does not come to where a step waits for it
   */
  void play(Incident incident, Consumer<WalkthroughStep> begins)
      throws SessionException, InterruptedException;
}
