package org.lazaretto.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.lazaretto.session.NewCase;

/** What the window opens. */
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

  /**
   * An exercise in which the program plays the reference walkthrough, and somebody watches.
   *
   * @param speed how many simulated seconds pass in one real second
   */
  record Watching(String scenario, double speed) implements Opening {}

  /** A context of the kubeconfig. */
  record Cluster(String context, CaseChoice choice) implements Opening {
    /** A context with the case in that folder; without it with a new case. */
    public Cluster(String context, Optional<Path> folder) {
      this(
          context, folder.<CaseChoice>map(CaseChoice.Folder::new).orElseGet(CaseChoice.Fresh::new));
    }
  }

  /** A case that is read and not written. */
  record Reading(Path folder) implements Opening {}

  /** Which case goes with a cluster. */
  sealed interface CaseChoice {
    /** A new one, of the next number. */
    record Fresh() implements CaseChoice {}

    /** A new one of that id and title. */
    record Named(NewCase fresh) implements CaseChoice {}

    /** The one in that folder, or a new one there. */
    record Folder(Path folder) implements CaseChoice {}
  }
}
