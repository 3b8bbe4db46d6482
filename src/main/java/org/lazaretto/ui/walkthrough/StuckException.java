package org.lazaretto.ui.walkthrough;

import java.util.Objects;

/** The window did not come to where the hand waited for it; what was done so far stands. */
public final class StuckException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says what was waited for and what was to be seen instead.
   *
   * @param seen what the window showed then
   */
  public StuckException(String waitedFor, String seen) {
    super("The window did not show " + waitedFor + ". It showed: " + seen);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
