package org.lazaretto.execute;

import java.util.List;
import org.lazaretto.journal.JournalException;

/** How a run ended. The gravest thing that is true of any of its steps names it. */
public sealed interface RunResult {
  /** What became of each step, in the plan's order. */
  List<StepResult> steps();

  /** Everything holds; reads that failed are gaps, and said. */
  record AllHold(List<StepResult> steps) implements RunResult {
    /** Copies what it is given. */
    public AllHold {
      steps = List.copyOf(steps);
    }
  }

  /** A step failed, or its effect is not there, or could not be proven. */
  record Broken(List<StepResult> steps) implements RunResult {
    /** Copies what it is given. */
    public Broken {
      steps = List.copyOf(steps);
    }
  }

  /** A change was sent, no answer came, and no read proved its effect. */
  record Uncertain(List<StepResult> steps) implements RunResult {
    /** Copies what it is given. */
    public Uncertain {
      steps = List.copyOf(steps);
    }
  }

  /** The cluster could not be reached or did not permit a step. */
  record NoAccess(List<StepResult> steps, String reason) implements RunResult {
    /** Copies what it is given. */
    public NoAccess {
      steps = List.copyOf(steps);
    }
  }

  /** Nothing was sent: the approval does not fit this plan or this cluster. */
  record Held(List<String> reasons) implements RunResult {
    /** Copies what it is given. */
    public Held {
      reasons = List.copyOf(reasons);
    }

    @Override
    public List<StepResult> steps() {
      return List.of();
    }
  }

  /** The responder stopped it; what had started holds, the rest was not sent. */
  record Cancelled(List<StepResult> steps) implements RunResult {
    /** Copies what it is given. */
    public Cancelled {
      steps = List.copyOf(steps);
    }
  }

  /** The journal could not be written; nothing was sent after that. */
  record JournalLost(List<StepResult> steps, JournalException cause) implements RunResult {
    /** Copies what it is given. */
    public JournalLost {
      steps = List.copyOf(steps);
    }
  }

  /** The one word under which it stands in the journal. */
  default String word() {
    return switch (this) {
      case AllHold _ -> "done";
      case Broken _ -> "broken";
      case Uncertain _ -> "uncertain";
      case NoAccess _ -> "no-access";
      case Held _ -> "held";
      case Cancelled _ -> "cancelled";
      case JournalLost _ -> "journal-lost";
    };
  }

  /** One line for a person: how many steps stand where. */
  default String summary() {
    StringBuilder text = new StringBuilder();
    for (Standing standing : Standing.values()) {
      long count = steps().stream().filter(step -> step.standing() == standing).count();
      if (count > 0) {
        text.append(text.isEmpty() ? counted(count) : ", " + count)
            .append(' ')
            .append(word(standing));
      }
    }
    return text.isEmpty() ? "no step" : text.toString();
  }

  private String counted(long count) {
    int all = steps().size();
    return (count == all ? "" : count + " of ") + all + (all == 1 ? " step" : " steps");
  }

  private static String word(Standing standing) {
    return switch (standing) {
      case HOLDS -> "verified";
      case GAP -> "could not be read";
      case BROKEN -> "failed or not as planned";
      case UNCERTAIN -> "of unknown outcome";
      case NO_ACCESS -> "not reached or not permitted";
      case NOT_STARTED -> "not started";
    };
  }
}
