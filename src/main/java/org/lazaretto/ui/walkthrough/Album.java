package org.lazaretto.ui.walkthrough;

import java.io.IOException;

/** Keeps what the window shows on the way. */
@FunctionalInterface
public interface Album {
  /**
   * Keeps the page that is shown now.
   *
   * @param page its name, in words with hyphens
   */
  void keep(String page) throws IOException, StuckException, InterruptedException;
}
