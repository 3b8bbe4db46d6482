package org.lazaretto.ui.wizard.draft;

import java.util.Locale;
import java.util.Optional;

/** The pages of every wizard, in their order. */
public enum Stage {
  CHOOSE,
  CONSEQUENCES,
  PREVIEW,
  APPROVE,
  RUN,
  RESULT;

  /** The word in keys and style classes. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page to which one goes back; the first page, and those of a run, have none. */
  public Optional<Stage> before() {
    return switch (this) {
      case CONSEQUENCES -> Optional.of(CHOOSE);
      case PREVIEW -> Optional.of(CONSEQUENCES);
      case APPROVE -> Optional.of(PREVIEW);
      case CHOOSE, RUN, RESULT -> Optional.empty();
    };
  }

  /** Whether it comes before the plan is sent, so that one may go back to it. */
  public boolean beforeRun() {
    return compareTo(RUN) < 0;
  }
}
