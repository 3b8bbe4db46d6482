package org.lazaretto.report;

import java.util.Optional;
import org.lazaretto.report.IncidentReport.State;

/** How a step stands, from its outcome and the last fresh read, never better than both say. */
final class StepState {
  private StepState() {}

  static State of(StepTrace trace) {
    if (trace.outcome().isEmpty()) {
      return open(trace, "no outcome recorded");
    }
    String text = trace.outcome().orElseThrow().text();
    return switch (trace.outcomeWord()) {
      case "done", "already-so" -> done(trace);
      case "unknown" -> open(trace, because("unknown: no answer", text));
      case "refused" -> new State(Sign.BAD, because("refused", text));
      case "failed" -> new State(Sign.BAD, because("failed", text));
      case "not-started" -> new State(Sign.CAUTION, because("not started", text));
      default -> new State(Sign.OPEN, because(trace.outcomeWord(), text));
    };
  }

  private static State done(StepTrace trace) {
    String prefix = trace.outcomeWord().equals("already-so") ? "already so" : "";
    Optional<StepTrace.Reading> reading = trace.reading();
    if (reading.isPresent()) {
      State state = read(reading.get());
      return prefix.isEmpty() ? state : new State(state.sign(), prefix + ", " + state.text());
    }
    if (trace.reads()) {
      return new State(Sign.GOOD, trace.outcome().orElseThrow().text());
    }
    return new State(Sign.CAUTION, (prefix.isEmpty() ? "done" : prefix) + ", not verified");
  }

  /** Nobody heard an answer; only a later read can tell. */
  private static State open(StepTrace trace, String words) {
    if (trace.reading().isEmpty()) {
      return new State(Sign.OPEN, words);
    }
    State read = read(trace.reading().orElseThrow());
    Sign sign = read.sign() == Sign.GOOD ? Sign.CAUTION : read.sign();
    return new State(sign, words + "; read again: " + read.text());
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
