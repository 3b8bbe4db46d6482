package org.lazaretto.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Connections;

class JournalFoldTest {
  private static final String PLAN = "2c".repeat(32);
  private static final String FREEZE = "1f".repeat(32);

  private static List<JournalRow> rows(Told told) {
    return rows(told.lines(), true);
  }

  private static List<JournalRow> rows(List<JournalLine> lines, boolean live) {
    JournalFold fold = new JournalFold(live);
    fold.take(lines);
    return fold.rows();
  }

  private static String last(Told told) {
    return rows(told).getLast().outcome().spoken();
  }

  @Test
  void intent_outcome_and_verdict_of_a_step_are_one_row() {
    List<JournalRow> rows = rows(Told.begun().cordons(PLAN));

    assertThat(rows).hasSize(4);
    JournalRow cordon = rows.getLast();
    assertThat(cordon.kind()).isEqualTo(RowKind.CORDON);
    assertThat(cordon.what().text()).isEqualTo("Cordon ip-10-0-1-17");
    assertThat(cordon.what().name()).isEqualTo("ip-10-0-1-17");
    assertThat(cordon.what().object()).hasValue(Told.NODE);
    assertThat(cordon.outcome().spoken()).isEqualTo("✓ done, verified");
    assertThat(cordon.lines()).extracting(JournalLine::number).containsExactly(4L, 5L, 6L);
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKED, BLOCKED, '✓ new blocked, established blocked'",
    "BLOCKED, OPEN, '✕ new blocked, established open'",
    "OPEN, CANNOT_TELL, '✕ new open, established cannot tell'",
    "BLOCKED, CANNOT_TELL, '? new blocked, established cannot tell'"
  })
  void what_was_proven_of_connections_is_as_good_as_its_worse_half(
      Connections.State fresh, Connections.State established, String spoken) {
    Connections seen = new Connections(fresh, fresh, established, "as it was seen");

    assertThat(last(Told.begun().line(new Entry.Isolated(PLAN, Told.PAYMENTS, seen))))
        .isEqualTo(spoken);
  }

  @Test
  void a_whole_freeze_is_one_row_with_its_evidence() {
    List<JournalRow> rows = rows(Told.begun().marks().freezes(FREEZE));

    assertThat(rows).hasSize(5);
    assertThat(rows.get(4).kind()).isEqualTo(RowKind.FREEZE);
    assertThat(rows.get(4).what().text()).isEqualTo("Froze shop/payments-7f8d-x2k: 3 answers kept");
    assertThat(rows.get(4).evidence()).hasSize(3);
    assertThat(rows.get(4).outcome().spoken()).isEqualTo("✓ done, verified");
    assertThat(rows.get(3).what().text())
        .isEqualTo("Marked shop/payments-7f8d-x2k as a suspect: CPU 3.9 cores, unknown process");
  }

  @Test
  void a_freeze_says_what_is_missing() {
    Told told = Told.begun().approves("freeze", FREEZE, 2).keeps(FREEZE, 1, "its object");
    told.intends(FREEZE, "S-002", "keep-response", Told.PAYMENTS.object(), "Keep previous log")
        .line(new Entry.Gap("previous log", "400: no previous container"))
        .ends(FREEZE, "S-002", Told.PAYMENTS.object(), "refused", "400: no previous container");
    assertThat(rows(told).get(3).outcome().spoken()).isEqualTo("… under way");
    told.runEnds("freeze", FREEZE, "done");

    JournalRow freeze = rows(told).get(3);
    assertThat(freeze.outcome().spoken()).isEqualTo("▲ done, with gaps");
    assertThat(freeze.what().text()).endsWith("1 answer kept, 1 missing");
    assertThat(rows(told).getLast().outcome().spoken()).isEqualTo("▲ gap");
  }

  @Test
  void waivers_approval_rating_and_end_of_a_plan_are_one_row() {
    Told told =
        Told.begun()
            .line(new Entry.Waived(PLAN, "T-18", "agreed by phone", true))
            .approves("cordon", PLAN, 1)
            .line(new Entry.Rated(PLAN, "C-P-01", "3.65", "4.05", List.of()))
            .cordons(PLAN)
            .runEnds("cordon", PLAN, "done");

    List<JournalRow> rows = rows(told);
    assertThat(rows).hasSize(5);
    assertThat(rows.get(3).what().text())
        .isEqualTo(
            "Approved the cordon plan of 1 step, findings T-10, waived T-18, rated 3.65, here 4.05");
    assertThat(rows.get(3).outcome().spoken()).isEqualTo("✓ done, all verified");
    assertThat(rows.get(3).lines()).hasSize(4);
  }

  @Test
  void the_same_plan_approved_again_is_a_row_of_its_own() {
    Told told = Told.begun();
    for (int i = 0; i < 2; i++) {
      told.approves("cordon", PLAN, 1).cordons(PLAN).runEnds("cordon", PLAN, "done");
    }

    assertThat(rows(told))
        .extracting(JournalRow::kind)
        .endsWith(RowKind.PLAN, RowKind.CORDON, RowKind.PLAN, RowKind.CORDON);
    assertThat(rows(told)).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "done|holds|✓ done, verified",
        "done|does-not-hold|✕ done, does not hold",
        "done|cannot-tell|? done, cannot tell",
        "done||… done, verifying",
        "already-so|holds|✓ was so, verified",
        "unknown||? unknown",
        "unknown|holds|▲ no answer, but holds",
        "unknown|does-not-hold|✕ no answer, does not hold",
        "unknown|cannot-tell|? unknown",
        "refused||✕ refused",
        "failed||✕ failed",
        "not-started||▲ not started",
        "something-newer||? something-newer",
      })
  void an_outcome_is_never_better_than_what_was_read(String outcome, String verdict, String said) {
    Told told = Told.begun().intends(PLAN, "S-1", "cordon-node", Told.NODE, "Cordon");
    assertThat(last(told)).isEqualTo("… under way");
    told.ends(PLAN, "S-1", Told.NODE, outcome, "text");
    Optional.ofNullable(verdict).ifPresent(word -> told.reads(PLAN, "S-1", Told.NODE, word));

    assertThat(last(told)).isEqualTo(said);
  }

  @Test
  void what_was_under_way_when_the_program_ended_is_unknown_until_the_cluster_is_asked() {
    Told told = Told.begun().intends(PLAN, "S-1", "cordon-node", Told.NODE, "Cordon");
    told.line(new Entry.Opened("ana", "bench-3", "0.1.0", "4712"));
    assertThat(rows(told).get(3).outcome().spoken()).isEqualTo("? unknown: cut off");

    told.line(new Entry.Reconciled(4, "S-1", Told.NODE, "holds", "unschedulable"));
    assertThat(rows(told).get(3).outcome().spoken()).isEqualTo("▲ cut off, but holds");
    assertThat(rows(told)).hasSize(5);
  }

  @Test
  void a_case_that_is_only_read_has_nothing_under_way() {
    Told told = Told.begun().intends(PLAN, "S-1", "cordon-node", Told.NODE, "Cordon");

    assertThat(rows(told.lines(), false).getLast().outcome().spoken())
        .isEqualTo("? unknown: cut off");
    told.ends(PLAN, "S-1", Told.NODE, "done", "");
    assertThat(rows(told.lines(), false).getLast().outcome().spoken())
        .isEqualTo("▲ done, not verified");
  }

  @Test
  void a_step_that_was_never_begun_has_a_row_though_it_has_no_intent() {
    Told told = Told.begun().ends(PLAN, "S-7", Told.PAYMENTS.object(), "not-started", "stopped");

    JournalRow row = rows(told).getLast();
    assertThat(row.what().text()).isEqualTo("Step S-7 on Pod shop/payments-7f8d-x2k");
    assertThat(row.kind()).isEqualTo(RowKind.EVICT);
    assertThat(row.outcome().spoken()).isEqualTo("▲ not started");
  }

  @Test
  void lines_taken_one_by_one_give_the_rows_of_all_at_once() {
    Told told =
        Told.begun()
            .marks()
            .freezes(FREEZE)
            .approves("cordon", PLAN, 1)
            .cordons(PLAN)
            .runEnds("cordon", PLAN, "broken")
            .line(new Entry.Held("evacuate", PLAN, List.of("T-18: no disruption")))
            .line(new Entry.EvidenceChecked(3, List.of("EV-0001: differs")))
            .line(new Entry.Note("told the owner"));
    JournalFold fold = new JournalFold(true);
    for (JournalLine line : told.lines()) {
      fold.take(List.of(line));
    }

    assertThat(fold.rows()).isEqualTo(rows(told));
    assertThat(fold.rows())
        .extracting(row -> row.outcome().spoken())
        .endsWith(
            "✕ not all verified", "✓ done, verified", "▲ held", "✕ 1 item differs", "✓ recorded");
  }

  @Test
  void every_kind_of_entry_has_a_row_even_alone_and_hostile() {
    String hostile = "a\u202eb {0} '{1}' \u0000\n$";
    for (Class<?> type : Entry.class.getPermittedSubclasses()) {
      if (type.isRecord() && Entry.class.isAssignableFrom(type)) {
        JournalLine line =
            new JournalLine(
                1, java.time.Instant.EPOCH, "", "", hostile, AnyEntry.of(type, hostile));
        JournalRow row = rows(List.of(line), true).getLast();
        assertThat(row.what().text()).isNotBlank();
        assertThat(row.outcome().words()).isNotBlank();
        assertThat(row.what().before() + row.what().name() + row.what().after())
            .isEqualTo(row.what().text());
      }
    }
  }

  @Test
  void a_hundred_thousand_lines_are_folded_as_they_come() {
    Told told = Told.begun();
    List<JournalLine> lines = new ArrayList<>(told.lines());
    for (int i = 0; i < 25_000; i++) {
      String plan = "p" + i;
      lines.addAll(new Told().approves("cordon", plan, 1).cordons(plan).lines());
    }
    JournalFold fold = new JournalFold(true);
    for (int i = 0; i < lines.size(); i += 10) {
      fold.take(lines.subList(i, Math.min(lines.size(), i + 10)));
    }

    assertThat(fold.rows()).hasSize(50_003);
  }
}
