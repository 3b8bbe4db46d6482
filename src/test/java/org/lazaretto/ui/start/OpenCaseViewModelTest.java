package org.lazaretto.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.session.NewCase;
import org.lazaretto.ui.start.OpenCaseViewModel.Decision;

class OpenCaseViewModelTest {
  private static Decision fresh(String id, String title) {
    return new OpenCaseViewModel("prod", true, id, title, "").decision();
  }

  @Test
  void what_is_proposed_can_be_opened_at_once() {
    assertThat(OpenCaseViewModel.fresh("prod", "IR-2026-001").decision())
        .isEqualTo(new Decision.Fresh("prod", new NewCase("IR-2026-001", "Incident on prod")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "..", ".hidden", "a/b", "../x", "a b", "ä", "-x"})
  void an_id_that_is_no_folder_name_is_refused(String id) {
    assertThat(fresh(id, "title")).isInstanceOf(Decision.NotYet.class);
  }

  @Test
  void a_case_needs_a_title_of_some_size() {
    assertThat(fresh("IR-1", " ")).isInstanceOf(Decision.NotYet.class);
    assertThat(fresh("IR-1", "x".repeat(201))).isInstanceOf(Decision.NotYet.class);
    assertThat(fresh(" IR-1 ", " Miner "))
        .isEqualTo(new Decision.Fresh("prod", new NewCase("IR-1", "Miner")));
  }

  @Test
  void to_go_on_a_folder_is_needed() {
    assertThat(new OpenCaseViewModel("prod", false, "", "", " /cases/IR-1 ").decision())
        .isEqualTo(new Decision.GoOn("prod", Path.of("/cases/IR-1")));
    assertThat(new OpenCaseViewModel("prod", false, "", "", "").decision())
        .isInstanceOf(Decision.NotYet.class);
    assertThat(new OpenCaseViewModel("prod", false, "", "", "a\0b").decision())
        .isInstanceOf(Decision.NotYet.class);
  }

  @Test
  void nothing_is_opened_without_a_context() {
    assertThat(new OpenCaseViewModel("", true, "IR-1", "x", "").decision())
        .isInstanceOf(Decision.NotYet.class);
  }
}
