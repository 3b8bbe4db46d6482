package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Cause;
import org.lazaretto.ui.wizard.proposal.Concern;

/** What is folded of the consequences, and that nothing of it is lost. */
class FoldsTest {
  private final Walk walk =
      Walk.of(Wizard.EVACUATE, Clusters.cordonedShop().build()).to(Stage.CONSEQUENCES);
  private final Plan plan = walk.wizard.live().current().orElseThrow().plan();
  private final List<Concern> concerns = walk.wizard.judgement().concernsProperty().get();

  @Test
  void each_warning_and_each_note_stands_under_one_cause_and_what_holds_under_none() {
    List<Concern> folded = new ArrayList<>();
    Cause.of(plan, concerns).forEach(cause -> folded.addAll(cause.concerns()));

    assertThat(folded)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            concerns.stream().filter(concern -> !concern.holds()).toList());
  }

  @Test
  void a_cause_counts_what_it_hides_and_those_with_a_warning_come_first() {
    List<Cause> causes = Cause.of(plan, concerns);

    assertThat(causes).extracting(Cause::gravest).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(causes)
        .allSatisfy(cause -> {
          assertThat(cause.count(Severity.WARN) + cause.count(Severity.INFORM))
              .isEqualTo(cause.concerns().size());
          assertThat(cause.ids()).contains(cause.concerns().getLast().id());
        });
  }

  @Test
  void a_cause_of_one_step_is_named_by_it_and_known_again_by_what_it_is_about() {
    Cause step =
        Cause.of(plan, concerns).stream()
            .filter(cause -> cause.concerns().getFirst().steps().size() == 1)
            .findFirst()
            .orElseThrow();

    assertThat(step.title()).startsWith("Step ");
    assertThat(step.key())
        .contains(plan.steps().get(numbered(step) - 1).target().path())
        .doesNotContain("S-0");
  }

  private static int numbered(Cause step) {
    return step.concerns().getFirst().steps().getFirst().number();
  }

  @Test
  void what_is_new_is_folded_where_there_is_much_and_stays_as_it_was_turned() {
    Folds folds = new Folds();

    assertThat(folds.open("few", 4)).isTrue();
    assertThat(folds.open("many", 5)).isFalse();
    assertThat(folds.open("few", 30)).as("unfolded before there were many").isTrue();

    folds.set("many", true);
    assertThat(folds.open("many", 30)).isTrue();
  }

  @Test
  void what_was_unfolded_is_so_after_going_forth_and_back() {
    walk.wizard.judgement().folds().set("some step", true);

    walk.wizard.proceed();
    assertThat(walk.stage()).isEqualTo(Stage.PREVIEW);
    walk.wizard.back();

    assertThat(walk.wizard.judgement().folds().open("some step", 30)).isTrue();
  }
}
