package org.lazaretto.ui.start;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.lazaretto.session.NewCase;
import org.lazaretto.session.Workstation;
import org.lazaretto.ui.fx.Texts;

/**
 * With which case a context is opened.
 *
 * @param context the context; empty while none is chosen
 * @param fresh whether a case is made
 * @param id the id of a case that is made
 * @param title its title
 * @param folder the folder of a case that is there
 */
record OpenCaseViewModel(String context, boolean fresh, String id, String title, String folder) {
  private static final int LONGEST_TITLE = 200;

  /** A new case on that context, as it is proposed. */
  static OpenCaseViewModel fresh(String context, String nextId) {
    return new OpenCaseViewModel(context, true, nextId, Workstation.titleFor(context), "");
  }

  /** What is decided: what the window is to open. */
  sealed interface Decision {
    /** A new case. */
    record Fresh(String context, NewCase fresh) implements Decision {}

    /** A case that is there. */
    record GoOn(String context, Path folder) implements Decision {}

    /** Nothing yet; what is missing. */
    record NotYet(String why) implements Decision {}
  }

  Decision decision() {
    if (context.isEmpty()) {
      return new Decision.NotYet(Texts.of("start.open.problem.context"));
    }
    return fresh ? freshCase() : thatCase();
  }

  private Decision freshCase() {
    if (!NewCase.possible(id.strip())) {
      return new Decision.NotYet(Texts.of("start.open.problem.id"));
    }
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      return new Decision.NotYet(Texts.of("start.open.problem.title", LONGEST_TITLE));
    }
    return new Decision.Fresh(context, new NewCase(id.strip(), title.strip()));
  }

  private Decision thatCase() {
    Optional<Path> path = path(folder.strip());
    return path.<Decision>map(chosen -> new Decision.GoOn(context, chosen))
        .orElseGet(() -> new Decision.NotYet(Texts.of("start.open.problem.folder")));
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(text).filter(written -> !written.isEmpty()).map(Path::of);
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }
}
