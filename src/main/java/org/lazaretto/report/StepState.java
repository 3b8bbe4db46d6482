package org.lazaretto.report;

import org.lazaretto.report.IncidentReport.State;

/** How a step stands, from its outcome and the last fresh read, never better than both say. */
final class StepState {
  /** The outcome of a step that somebody did without this program. */
  static final String ELSEWHERE = "done-elsewhere";

  private StepState() {}

  static State of(StepTrace trace) {
    if (trace.outcome().isEmpty()) {
      return open(trace, Sign.OPEN, "no outcome recorded");
    }
    String text = trace.outcome().orElseThrow().text();
    return switch (trace.outcomeWord()) {
      case "done" -> done(trace, "");
      case "already-so" -> done(trace, "already so");
      case ELSEWHERE -> done(trace, text);
      case "unknown" -> open(trace, Sign.OPEN, because("unknown, no answer", text));
      case "refused" -> open(trace, worst(trace), because("refused", text));
      case "failed" -> open(trace, worst(trace), because("failed", text));
      case "not-started" -> new State(Sign.CAUTION, because("not started", text));
      default -> new State(Sign.OPEN, because(trace.outcomeWord(), text));
    };
  }

  /** A capture that failed is a gap; a change that failed is a measure that is not there. */
  private static Sign worst(StepTrace trace) {
    return trace.capture() ? Sign.CAUTION : Sign.BAD;
  }

  private static State done(StepTrace trace, String prefix) {
    if (trace.reading().isPresent()) {
      State state = read(trace.reading().orElseThrow());
      return prefix.isEmpty() ? state : new State(state.sign(), prefix + ", " + state.text());
    }
    return trace.capture()
        ? new State(Sign.GOOD, trace.outcome().orElseThrow().text())
        : new State(Sign.CAUTION, (prefix.isEmpty() ? "done" : prefix) + ", not verified");
  }

  /** No answer, or a bad one: only a later read can tell, and it does not make it good. */
  private static State open(StepTrace trace, Sign sign, String words) {
    if (trace.reading().isEmpty()) {
      return new State(sign, words);
    }
    State read = read(trace.reading().orElseThrow());
    Sign together = read.sign() == Sign.GOOD ? Sign.CAUTION : read.sign();
    return new State(together, words + "; read again: " + read.text());
  }

  private static State read(StepTrace.Reading reading) {
    return switch (reading.verdict()) {
      case "holds" -> new State(Sign.GOOD, "holds");
      case "does-not-hold" -> new State(Sign.BAD, because("does not hold", reading.text()));
      default -> new State(Sign.OPEN, because("cannot tell", reading.text()));
    };
  }

  private static String because(String words, String reason) {
    return reason.isEmpty() ? words : words + ": " + reason;
  }
}
