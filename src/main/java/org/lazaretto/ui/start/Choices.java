package org.lazaretto.ui.start;

import java.nio.file.Path;
import java.util.Optional;

/** What can be chosen on the start page. */
public interface Choices {
  /** Starts an exercise on the training range. */
  void practise(String scenario);

  /** Opens a context with a new case, or with the case in that folder. */
  void open(String context, Optional<Path> folder);

  /** Opens a case to read it only. */
  void read(Path folder);
}
