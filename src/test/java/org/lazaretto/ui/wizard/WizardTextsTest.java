package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.plan.NodeDeed;
import org.lazaretto.plan.Purpose;
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
          "wizard.result.next.",
          "wizard.approve.why.",
          "wizard.obstacle.why."
        }) {
      assertThat(Texts.of(key + wizard.word())).isNotBlank();
    }
  }

  @Test
  void every_step_is_told_in_plain_words_and_not_by_its_word_in_the_journal() {
    Stream.of(
            Arrays.stream(Purpose.values()).map(Purpose::word),
            Arrays.stream(NodeDeed.values()).map(deed -> "node-" + deed.word()),
            Stream.of(
                "make-policy", "remove-policy", "remove-probe", "probe-ingress", "look-inside"),
            Stream.of("delete-pod", "delete-owner", "delete-token", "scale-to-zero"),
            Stream.of("restart-container"))
        .flatMap(words -> words)
        .forEach(word -> {
          assertThat(Texts.of("wizard.does." + word)).isNotBlank().hasSizeLessThan(17);
          assertThat(Texts.of("wizard.comes." + word, 2)).isNotBlank().doesNotContain("{");
        });
  }

  @Test
  void a_stop_that_is_waived_is_not_counted_as_one_that_holds() {
    assertThat(Texts.of("wizard.consequences.count", 0, 2, 1, 1))
        .isEqualTo("Nothing holds the plan, 1 stop waived, 2 warnings, 1 note.");
    assertThat(Texts.of("wizard.consequences.count", 1, 0, 0, 0))
        .isEqualTo("1 consequence holds the plan, no warning, no note.");
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
