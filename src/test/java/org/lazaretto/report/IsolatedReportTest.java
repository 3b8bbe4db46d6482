package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.report.CaseScript.pod;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Connections;
import org.lazaretto.model.Connections.State;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;

/** What a report says of an isolated pod: both badges, what was left, and what is a gap. */
class IsolatedReportTest {
  private static final String PLAN = "5e".repeat(32);
  private static final ObjectRef POD = pod("checkout-1");

  private static CaseScript isolated(State egress, State established) {
    CaseScript script =
        CaseScript.begin().marks("checkout-1", "10-0-1-17", "it mines").plan("isolate", PLAN, 2);
    for (String when : List.of("before", "after")) {
      script
          .intends(PLAN, "look-inside", POD, "Look from inside, " + when, "kubectl exec")
          .ends(PLAN, POD, "done", "2 commands were run")
          .reads(PLAN, POD, "holds", "seen");
    }
    return script.write(
        new Entry.Isolated(
            PLAN,
            new PodRef("shop", POD.name(), POD.uid()),
            new Connections(State.BLOCKED, egress, established, "Still standing: a – b.")));
  }

  @Test
  void a_suspect_bears_both_badges_of_its_last_isolation() {
    IncidentReport report = isolated(State.BLOCKED, State.OPEN).report();

    assertThat(report.conduct().suspects().getFirst().connections())
        .containsExactly(
            new IncidentReport.State(Sign.GOOD, "new connections: blocked"),
            new IncidentReport.State(Sign.BAD, "established connections: open"));
    assertThat(report.limits().gaps().toString()).contains("Still standing: a – b.");
  }

  @Test
  void what_was_proven_before_a_recovery_is_not_said_of_the_time_after_it() {
    IncidentReport report =
        isolated(State.BLOCKED, State.OPEN).plan("recover", "7a".repeat(32), 1).report();

    assertThat(report.conduct().suspects().getFirst().connections())
        .containsExactly(
            new IncidentReport.State(Sign.OPEN, "new connections: blocked, before the recovery"),
            new IncidentReport.State(
                Sign.OPEN, "established connections: open, before the recovery"));
  }

  @Test
  void what_is_not_told_is_open_to_question_and_a_gap() {
    IncidentReport report = isolated(State.CANNOT_TELL, State.CANNOT_TELL).report();

    assertThat(report.conduct().suspects().getFirst().connections())
        .extracting(IncidentReport.State::sign)
        .containsExactly(Sign.OPEN, Sign.OPEN);
  }

  @Test
  void a_pod_that_is_proven_cut_off_is_no_gap() {
    IncidentReport report = isolated(State.BLOCKED, State.BLOCKED).report();

    assertThat(report.limits().gaps().toString()).doesNotContain("cut off");
  }

  @Test
  void the_newest_proof_counts_for_badges_and_gaps() {
    IncidentReport report =
        isolated(State.OPEN, State.OPEN)
            .write(
                new Entry.Isolated(
                    "6f".repeat(32),
                    new PodRef("shop", POD.name(), POD.uid()),
                    new Connections(State.BLOCKED, State.BLOCKED, State.BLOCKED, "none stands")))
            .report();

    assertThat(report.conduct().suspects().getFirst().connections())
        .extracting(IncidentReport.State::sign)
        .containsExactly(Sign.GOOD, Sign.GOOD);
    assertThat(report.limits().gaps().toString()).doesNotContain("cut off");
  }

  @Test
  void the_footprint_names_what_was_run_in_the_pod_once() {
    IncidentReport report = isolated(State.BLOCKED, State.BLOCKED).report();

    assertThat(report.limits().footprint())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.toString()).contains("(T-35)").contains("no file was written");
          assertThat(change.toString()).contains("Pod shop/checkout-1");
        });
  }

  @Test
  void both_badges_stand_in_the_documents() {
    IncidentReport report = isolated(State.BLOCKED, State.OPEN).report();

    assertThat(new Reports().markdown(report))
        .contains("✓ new connections: blocked, ✕ established connections: open");
    assertThat(new Reports().html(report)).contains("established connections: open");
  }
}
