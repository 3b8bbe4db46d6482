package org.lazaretto.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Verification;
import org.lazaretto.ui.desk.CaseLines;
import org.lazaretto.ui.fx.Failure;

class CaseRowTest {
  private final CaseLines lines = new CaseLines();
  private boolean exercise;
  private List<Verification.Problem> problems = List.of();

  private CaseRow row() {
    CaseInfo info = new CaseInfo("IR-2026-014", "Miner", "uid", "prod-eu-1", exercise);
    Verification verification =
        new Verification(lines.lines().size(), "00", 0, problems, List.of());
    return CaseRow.reading(Path.of("/cases/IR-2026-014"))
        .read(new CaseFile(info, lines.lines(), verification));
  }

  @Test
  void a_case_that_is_still_being_read_has_the_name_of_its_folder() {
    CaseRow row = CaseRow.reading(Path.of("/cases/IR-2026-014"));
    assertThat(row.id()).isEqualTo("IR-2026-014");
    assertThat(row.state().text()).isEqualTo("being read…");
    assertThat(row.open()).isFalse();
  }

  @Test
  void a_case_says_how_far_it_came_and_whether_it_holds() {
    lines.marks("miner", "n1").captures("miner").cordons("n1");
    assertThat(row().state().text()).isEqualTo("cordoned");
    assertThat(row().chain().text()).isEqualTo("✓ 9 lines");
    assertThat(row().last()).isEqualTo("2026-11-21 11:48Z");
    assertThat(row().cluster()).isEqualTo("prod-eu-1");
    assertThat(row().open()).isTrue();
  }

  @Test
  void what_needs_a_look_goes_before_how_far_it_came() {
    lines.marks("miner", "n1").captures("miner").approves("cordon");
    lines.write(new Entry.Held("cordon", "f", List.of("T-44")));
    assertThat(row().state().text()).isEqualTo("▲ cordon held");
    lines.begins("cordon", "cordon-node", "n1");
    assertThat(row().state().text()).isEqualTo("▲ in the middle of a step");
    lines.ends("cordon", "cordon-node", "n1", "unknown");
    assertThat(row().state().text()).isEqualTo("▲ step outcome unknown");
  }

  @Test
  void a_broken_chain_is_said_with_every_problem() {
    problems = List.of(new Verification.Problem(2, "it was changed \u202e"));
    assertThat(row().chain().text()).isEqualTo("✕ broken");
    assertThat(row().trouble()).isEqualTo("line 2: it was changed \\u202e");
  }

  @Test
  void an_exercise_can_be_read_and_not_gone_on_with() {
    exercise = true;
    assertThat(row().open()).isFalse();
  }

  @Test
  void a_folder_that_cannot_be_read_says_why() {
    CaseRow row =
        CaseRow.reading(Path.of("/cases/x"))
            .unreadable(new Failure("LZ-UNAVAILABLE", "permission denied", ""));
    assertThat(row.state().text()).isEqualTo("▲ cannot be read");
    assertThat(row.trouble()).isEqualTo("permission denied");
    assertThat(row.copyable()).contains("/cases/x");
  }
}
