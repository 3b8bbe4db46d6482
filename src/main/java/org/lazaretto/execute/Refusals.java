package org.lazaretto.execute;

import java.util.Optional;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.port.PortException;

/** Turns what the outside world did into an outcome. */
final class Refusals {
  private static final String TWO_BUDGETS = "more than one PodDisruptionBudget";

  private Refusals() {}

  static Act act(PortException e) {
    String words = words(e);
    return switch (e.kind()) {
      case NO_ANSWER -> Act.of(new StepOutcome.Unknown("It was sent and no answer came: " + words));
      case UNREACHABLE, UNAUTHORIZED, LOCAL ->
          new Act(new StepOutcome.Failed(words), Optional.empty(), Act.Trouble.ACCESS);
      case FORBIDDEN ->
          new Act(new StepOutcome.Refused(words, false), Optional.empty(), Act.Trouble.PERMISSION);
      case THROTTLED, CONFLICT -> Act.refused(words, true);
      case NOT_FOUND, INVALID, GONE -> Act.refused(words, false);
      case SERVER_ERROR -> underTwoBudgets(e) ? Act.refused(words, false) : Act.failed(words);
    };
  }

  /** T-18: such an eviction never succeeds, however often it is tried. */
  static boolean underTwoBudgets(PortException e) {
    return words(e).contains(TWO_BUDGETS);
  }

  /** Whether no other read will get through either. */
  static boolean lost(PortException e) {
    return switch (e.kind()) {
      case UNREACHABLE, UNAUTHORIZED, LOCAL -> true;
      case FORBIDDEN, NOT_FOUND, CONFLICT, THROTTLED, INVALID, GONE, SERVER_ERROR, NO_ANSWER ->
          false;
    };
  }

  /** Our words, the server's where they say more, and its audit id. */
  static String words(PortException e) {
    String message = e.getMessage();
    PortException.Answer answer = e.answer();
    String detail =
        answer.detail().isEmpty() || message.contains(answer.detail())
            ? ""
            : ": " + answer.detail();
    String audit = answer.auditId().isEmpty() ? "" : " (audit id " + answer.auditId() + ")";
    return message + detail + audit;
  }
}
