package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.RunResult;

/** The words under which runs stand in the journal give the statuses that runs give themselves. */
class CaseOutcomeTest {
  @Test
  void a_word_gives_the_status_of_the_result_that_it_names() {
    List<RunResult> results =
        List.of(
            new RunResult.AllHold(List.of()),
            new RunResult.Broken(List.of()),
            new RunResult.Uncertain(List.of()),
            new RunResult.NoAccess(List.of(), "no"),
            new RunResult.Held(List.of("why")),
            new RunResult.Cancelled(List.of()));
    for (RunResult result : results) {
      assertThat(CaseOutcome.status(result.word()))
          .as(result.word())
          .isEqualTo(RunReport.status(result));
    }
  }

  @Test
  void a_word_that_nobody_knows_is_no_success() {
    assertThat(CaseOutcome.status("brilliant")).isEqualTo(ExitStatus.FAILED);
  }
}
