package org.lazaretto.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.ChainReading;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Verification.Problem;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.HeldWork;

class JournalViewModelTest {
  private static final String FREEZE = "1f".repeat(32);
  private static final String PLAN = "2c".repeat(32);

  private final HeldWork work = new HeldWork();
  private final FakeDossier dossier =
      new FakeDossier(Told.begun().marks().freezes(FREEZE).cordons(PLAN));
  private final JournalViewModel journal = new JournalViewModel(dossier, work.background());

  private List<RowKind> kinds() {
    return journal.rows().stream().map(JournalRow::kind).toList();
  }

  private String chain() {
    return journal.chainProperty().get().outcome().spoken();
  }

  @Test
  void the_newest_row_is_the_first() {
    journal.grew();

    assertThat(kinds())
        .containsExactly(
            RowKind.CORDON, RowKind.FREEZE, RowKind.MARK, RowKind.CASE, RowKind.CASE, RowKind.CASE);
    assertThat(journal.linesProperty().get()).isEqualTo(21);
    assertThat(journal.shownProperty().get().kinds()).containsEntry(RowKind.CASE, 3);
  }

  @Test
  void a_line_that_is_added_becomes_a_row_on_top() {
    journal.grew();
    dossier.more(new Entry.Note("told the owner"));
    journal.grew();

    assertThat(journal.rows().getFirst().what().text()).isEqualTo("told the owner");
    assertThat(journal.rows()).hasSize(7);
  }

  @Test
  void all_words_of_a_filter_must_stand_in_a_row_in_whatever_case() {
    journal.grew();
    journal.filter("VERIFIED ip-10 ");
    assertThat(kinds()).containsExactly(RowKind.CORDON);
    journal.filter("EV-0002");
    assertThat(kinds()).containsExactly(RowKind.FREEZE);
    journal.filter(dossier.lines().getFirst().hash());
    assertThat(journal.rows()).hasSize(1);
    journal.filter("nowhere");
    assertThat(journal.rows()).isEmpty();
    assertThat(journal.filtered()).isTrue();
  }

  @Test
  void kinds_that_are_hidden_are_still_counted() {
    journal.grew();
    journal.hide(Set.of(RowKind.CASE, RowKind.FREEZE));

    assertThat(kinds()).containsExactly(RowKind.CORDON, RowKind.MARK);
    assertThat(journal.shownProperty().get().kinds()).containsEntry(RowKind.FREEZE, 1);
  }

  @Test
  void rows_are_ordered_by_a_column_and_in_the_order_of_their_lines_without_one() {
    journal.grew();
    journal.order(Optional.of(new RowQuery.Order(RowQuery.Column.STEP, true)));
    assertThat(kinds()).startsWith(RowKind.CASE).endsWith(RowKind.FREEZE, RowKind.MARK);
    journal.order(Optional.of(new RowQuery.Order(RowQuery.Column.EVIDENCE, false)));
    assertThat(kinds()).startsWith(RowKind.FREEZE);
    journal.order(Optional.of(new RowQuery.Order(RowQuery.Column.TIME, true)));
    assertThat(kinds()).endsWith(RowKind.CORDON);
    journal.order(Optional.empty());
    assertThat(kinds()).startsWith(RowKind.CORDON);
  }

  @Test
  void however_much_happens_while_the_rows_are_read_one_more_reading_follows() {
    work.hold();
    journal.grew();
    for (int i = 0; i < 50; i++) {
      dossier.more(new Entry.Note("n" + i + "x"));
      journal.grew();
      journal.filter("n" + i + "x");
    }
    assertThat(work.waiting()).isEqualTo(2);
    while (work.next()) {
      assertThat(work.waiting()).isLessThanOrEqualTo(2);
    }

    assertThat(journal.rows()).singleElement().extracting(r -> r.what().text()).isEqualTo("n49x");
    assertThat(dossier.looks).isEqualTo(2);
  }

  @Test
  void a_chain_that_was_read_up_to_its_end_is_verified() {
    assertThat(chain()).isEqualTo("… checking the chain");
    journal.grew();

    assertThat(chain()).isEqualTo("✓ chain verified");
    assertThat(journal.chainProperty().get().head()).isEqualTo(dossier.lines().getLast().hash());
    assertThat(journal.chainProperty().get().details()).startsWith("All 21 lines were read");
  }

  @Test
  void a_broken_chain_says_where_and_what_to_do() {
    dossier.reading =
        Optional.of(
            new ChainReading(
                21, "ab", 0, List.of(new Problem(7, "does not follow from line 6: changed"))));
    journal.grew();

    assertThat(chain()).isEqualTo("✕ chain broken at line 7");
    assertThat(journal.chainProperty().get().details())
        .contains("Keep the folder as it is")
        .contains("line 7: does not follow from line 6");
  }

  @Test
  void a_head_that_is_behind_is_told_and_looked_at_again_until_it_has_caught_up() {
    dossier.reading = Optional.of(new ChainReading(21, "ab", 2, List.of()));
    journal.grew();
    assertThat(chain()).isEqualTo("▲ HEAD behind by 2 lines");

    dossier.reading = Optional.empty();
    journal.tick();
    assertThat(chain()).isEqualTo("✓ chain verified");
    int looks = dossier.looks;
    journal.tick();
    assertThat(dossier.looks).isEqualTo(looks);
    for (int i = 0; i < 10; i++) {
      journal.tick();
    }
    assertThat(dossier.looks).isEqualTo(looks + 1);
  }

  @Test
  void files_that_cannot_be_read_are_no_verdict() {
    dossier.trouble =
        Optional.of(
            new SessionException(SessionException.Kind.UNAVAILABLE, "The case cannot be read."));
    journal.grew();

    assertThat(chain()).isEqualTo("▲ chain not checked");
    assertThat(journal.chainProperty().get().details()).isEqualTo("The case cannot be read.");
    assertThat(journal.rows()).isNotEmpty();
  }

  @Test
  void a_case_that_is_only_read_tells_of_all_of_it_and_is_not_read_again_by_itself() {
    dossier.writable = false;
    JournalViewModel read = new JournalViewModel(dossier, work.background());
    read.grew();
    assertThat(read.chainProperty().get().outcome().spoken()).isEqualTo("✓ case verified");
    for (int i = 0; i < 30; i++) {
      read.tick();
    }
    assertThat(dossier.looks).isEqualTo(1);

    dossier.reading =
        Optional.of(
            new ChainReading(21, "ab", 0, List.of(new Problem(7, "evidence/EV-0001 is missing"))));
    read.grew();
    assertThat(read.chainProperty().get().outcome().spoken()).isEqualTo("✕ case damaged");
  }

  @Test
  void nothing_is_told_after_it_was_closed() {
    work.hold();
    journal.grew();
    journal.close();
    while (work.next()) {
      assertThat(journal.rows()).isEmpty();
    }
    assertThat(chain()).isEqualTo("… checking the chain");
  }
}
