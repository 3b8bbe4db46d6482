package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.report.IncidentReport.State;

class StepStateTest {
  @ParameterizedTest
  @CsvSource({
    "done, holds, GOOD, holds",
    "done, does-not-hold, BAD, does not hold: read",
    "done, cannot-tell, OPEN, cannot tell: read",
    "done, '', CAUTION, 'done, not verified'",
    "already-so, holds, GOOD, 'already so, holds'",
    "already-so, '', CAUTION, 'already so, not verified'",
    "unknown, holds, CAUTION, 'unknown, no answer: said; read again: holds'",
    "unknown, does-not-hold, BAD, 'unknown, no answer: said; read again: does not hold: read'",
    "unknown, '', OPEN, 'unknown, no answer: said'",
    "refused, '', BAD, refused: said",
    "failed, '', BAD, failed: said",
    "failed, holds, CAUTION, failed: said; read again: holds",
    "not-started, '', CAUTION, not started: said",
    "invented-later, '', OPEN, invented-later: said"
  })
  void a_change_stands_no_better_than_outcome_and_reading_both_say(
      String outcome, String verdict, Sign sign, String text) {
    assertThat(state("cordon-node", outcome, verdict)).isEqualTo(new State(sign, text));
  }

  @ParameterizedTest
  @CsvSource({
    "done, '', GOOD, said",
    "done, holds, GOOD, holds",
    "done, does-not-hold, BAD, does not hold: read",
    "refused, '', CAUTION, refused: said"
  })
  void a_capture_that_failed_is_a_gap(String outcome, String verdict, Sign sign, String text) {
    assertThat(state("keep-response", outcome, verdict)).isEqualTo(new State(sign, text));
  }

  @Test
  void a_proof_that_was_not_read_proves_nothing() {
    assertThat(state("prove-nothing-new", "done", "").sign()).isEqualTo(Sign.CAUTION);
  }

  private static State state(String action, String outcome, String verdict) {
    CaseScript script = CaseScript.begin();
    script
        .intends("plan", action, CaseScript.node("n"), "title", "command")
        .ends("plan", CaseScript.node("n"), outcome, "said");
    if (!verdict.isEmpty()) {
      script.reads("plan", CaseScript.node("n"), verdict, "read");
    }
    return StepState.of(StepTraces.of(script.lines()).getFirst());
  }
}
