package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Action;

class PaletteViewModelTest {
  private final Action verify = Action.of("case.verify", "Verify the journal", () -> {});
  private final Action fold = Action.of("journal.fold", "Fold or unfold the journal", () -> {});
  private final Action journal = Action.of("journal.show", "Journal", () -> {});
  private final Action never = Action.of("x", "Journal never", () -> {}).when(() -> false);
  private final PaletteViewModel model =
      new PaletteViewModel(List.of(verify, fold, journal, never));

  @Test
  void everything_that_can_be_done_is_there_before_anything_is_typed() {
    assertThat(model.matching("")).containsExactly(verify, fold, journal);
  }

  @Test
  void every_word_has_to_be_held_and_a_beginning_goes_first() {
    assertThat(model.matching("JOURNAL")).containsExactly(journal, verify, fold);
    assertThat(model.matching(" journal fold ")).containsExactly(fold);
    assertThat(model.matching("nothing of it")).isEmpty();
  }

  @Test
  void the_words_of_an_id_find_what_its_title_calls_otherwise() {
    assertThat(model.matching("case")).containsExactly(verify);
    assertThat(model.matching("case journal")).containsExactly(verify);
  }
}
