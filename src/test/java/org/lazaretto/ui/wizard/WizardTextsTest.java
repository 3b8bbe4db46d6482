package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.desk.Phase;
import org.lazaretto.ui.fx.Texts;

/** Texts whose keys are put together from the name of a wizard or of a phase. */
class WizardTextsTest {
  @ParameterizedTest
  @EnumSource
  void every_wizard_has_its_words_on_every_page(Wizard wizard) {
    for (String key :
        new String[] {
          "wizard.title.",
          "wizard.preview.subject.",
          "wizard.preview.count.",
          "wizard.main.next.",
          "wizard.result.next."
        }) {
      assertThat(Texts.of(key + wizard.word())).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_phase_with_a_wizard_can_be_told_of_a_case(Phase phase) {
    if (phase.wizard().isPresent()) {
      String word = phase.name().toLowerCase(Locale.ROOT);
      assertThat(Texts.of("start.case.held." + word)).isNotBlank();
      assertThat(Texts.of("start.case.reached." + word)).isNotBlank();
    }
  }

  @Test
  void the_wizard_of_a_phase_leads_back_to_it() {
    for (Phase phase : Phase.values()) {
      phase.wizard().ifPresent(wizard -> assertThat(Phase.of(wizard)).isEqualTo(phase));
    }
  }
}
