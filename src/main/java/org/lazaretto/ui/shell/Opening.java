package org.lazaretto.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/** What the window opens with. */
public sealed interface Opening {
  /** The start page. */
  record Start() implements Opening {}

  /**
   * An exercise.
   *
   * @param folder where its case goes; without it a new folder
   * @param speed how many simulated seconds pass in one real second
   */
  record Practice(String scenario, Optional<Path> folder, double speed) implements Opening {}

  /** A context of the kubeconfig. */
  record Cluster(String context, Optional<Path> folder) implements Opening {}
}
