package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.report.CaseScript.node;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.report.IncidentReport.State;

class TroubledCaseTest {
  private final Reports reports = new Reports();

  @Test
  void an_unknown_outcome_is_on_the_first_page_and_among_the_gaps() {
    IncidentReport report = SampleCases.troubled().report();

    assertThat(report.cover().notices())
        .contains(
            new State(
                Sign.OPEN,
                "Two steps have an unknown result: Cordon ip-10-0-1-17 and Evict"
                    + " shop/orders-b4x2."));
    assertThat(report.limits().gaps())
        .anySatisfy(gap -> {
          assertThat(gap.what()).isEqualTo("Cordon ip-10-0-1-17");
          assertThat(gap.why())
              .isEqualTo("? unknown, no answer: the connection was reset after sending");
        });
  }

  @Test
  void an_intent_without_outcome_is_open_and_perhaps_left_a_trace() {
    IncidentReport report = SampleCases.troubled().report();

    assertThat(report.limits().footprint())
        .anySatisfy(change -> {
          assertThat(change.object()).contains("shop/orders-b4x2");
          assertThat(change.change()).startsWith("perhaps: ");
          assertThat(change.state()).isEqualTo(new State(Sign.OPEN, "no outcome recorded"));
        });
  }

  @Test
  void a_lost_answer_never_becomes_the_claim_that_nothing_was_changed() {
    assertThat(SampleCases.troubled().report().summary().facts())
        .contains(
            "No change of the cluster is proven, and it is not known that there was none.",
            "Of three steps, none holds.")
        .doesNotContain("Nothing was changed in the cluster.");
  }

  @Test
  void a_reconciled_step_says_that_it_was_read_on_reopening() {
    CaseScript script = SampleCases.troubled();
    long intent =
        script.lines().stream()
            .filter(line ->
                line.entry() instanceof Entry.Intent(var note, _)
                    && note.target().name().equals("orders-b4x2"))
            .findFirst()
            .orElseThrow()
            .number();
    script.write(
        new Entry.Reconciled(
            intent, "S-002", CaseScript.pod("orders-b4x2"), "holds", "it is gone"));

    assertThat(script.report().appendices().steps().getLast().outcome())
        .isEqualTo(new State(Sign.CAUTION, "no outcome recorded; read again: holds"));
    assertThat(script.report().summary().facts())
        .anyMatch(text -> text.startsWith("One pod was evicted"));
  }

  @Test
  void a_step_that_was_skipped_and_later_done_counts_as_done() {
    CaseScript script = CaseScript.begin().marks("p", "10-0-1-17", "mines");
    script
        .write(
            new Entry.Outcome(
                SampleCases.CORDON,
                "S-001",
                node("ip-10-0-1-17"),
                "not-started",
                "The responder stopped the run.",
                java.util.Optional.empty()))
        .runEnds("cordon", SampleCases.CORDON, "cancelled", "1 not started");
    assertThat(script.report().summary().facts())
        .contains("One step is to be looked at: Step S-001 on Node ip-10-0-1-17.");

    script.plan("cordon", SampleCases.CORDON, 1).cordons(SampleCases.CORDON, "10-0-1-17");
    assertThat(script.report().summary().facts())
        .contains("It holds on a fresh read.")
        .noneMatch(text -> text.contains("looked at"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"HTML", "MD"})
  void a_damaged_chain_is_said_on_page_one(ReportFormat format) {
    ChainState chain = new ChainState(false, List.of("Line 12 does not carry the hash"), false);
    ReportInput input = SampleCases.contained().input(CaseScript.INFO, chain);

    assertThat(firstPage(input, format))
        .contains("✕ chain is damaged")
        .contains("Line 12 does not carry the hash.");
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"HTML", "MD"})
  void a_journal_that_is_not_anchored_or_torn_is_said_on_page_one(ReportFormat format) {
    assertThat(firstPage(SampleCases.troubled().input(), format))
        .contains("not anchored")
        .contains("an unfinished last line was set aside");
  }

  @Test
  void an_anchored_whole_journal_needs_no_notice() {
    ReportInput input =
        SampleCases.contained().input(CaseScript.INFO, new ChainState(true, List.of(), true));

    assertThat(IncidentReport.of(input).cover().notices()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"HTML", "MD"})
  void an_exercise_is_marked_before_anything_else(ReportFormat format) {
    CaseInfo exercise = new CaseInfo("EX-1", "Cryptominer", CaseScript.UID, "range", true);
    ReportInput input =
        SampleCases.contained().input(exercise, new ChainState(true, List.of(), false));

    assertThat(firstPage(input, format)).contains("EXERCISE");
    assertThat(firstPage(SampleCases.contained().input(), format)).doesNotContain("EXERCISE");
  }

  private String firstPage(ReportInput input, ReportFormat format) {
    String text = reports.write(IncidentReport.of(input), format);
    int body = Math.max(0, text.indexOf("<body>"));
    int end = text.indexOf("Summary", body);
    return text.substring(body, end).replaceAll("<[^>]*>", "").replace("**", "");
  }
}
