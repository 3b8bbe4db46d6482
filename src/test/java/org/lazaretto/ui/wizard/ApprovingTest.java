package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.EffectRow;
import org.lazaretto.ui.wizard.proposal.Proposal;
import org.lazaretto.ui.wizard.proposal.StepView;

/** What is read and asked before a plan is sent. */
class ApprovingTest {
  private static Walk walk(Wizard wizard) {
    return Walk.of(wizard, Clusters.cordonedShop().build());
  }

  private static Proposal proposal(Walk walk) {
    return walk.wizard.live().current().orElseThrow();
  }

  @Test
  void the_hypothesis_is_asked_before_an_evacuation_only() {
    for (Wizard wizard : EnumSet.complementOf(EnumSet.of(Wizard.EVACUATE))) {
      assertThat(Texts.of("wizard.approve.why." + wizard.word()))
          .doesNotContainIgnoringCase("clean");
      assertThat(Texts.of("wizard.obstacle.why." + wizard.word()))
          .doesNotContainIgnoringCase("clean");
    }
    assertThat(walk(Wizard.EVACUATE).to(Stage.APPROVE).waiveAll().obstacles())
        .anyMatch(text -> text.contains("hypothesis"));
  }

  @Test
  void an_end_asks_what_is_kept_of_the_suspects() {
    assertThat(walk(Wizard.DISPOSE).to(Stage.APPROVE).waiveAll().obstacles())
        .anyMatch(text -> text.contains("what is kept of them"))
        .noneMatch(text -> text.contains("applications"));
  }

  @Test
  void what_comes_back_may_be_done_without_a_word() {
    assertThat(Signing.asksWhy(proposal(walk(Wizard.CORDON)))).isFalse();
    assertThat(Signing.asksWhy(proposal(walk(Wizard.ISOLATE)))).isFalse();
    assertThat(Signing.asksWhy(proposal(walk(Wizard.DISPOSE)))).isTrue();
  }

  @Test
  void the_name_of_what_ends_is_typed_and_a_deleted_token_asks_for_its_name_too() {
    assertThat(PlanWords.typedWord(proposal(walk(Wizard.DISPOSE))))
        .contains(Clusters.miner().name());
    assertThat(PlanWords.typedWord(proposal(walk(Wizard.EVACUATE)))).contains("node-a1");
    Walk tokens = walk(Wizard.CREDENTIALS);
    assertThat(PlanWords.typedWord(proposal(tokens))).contains("old-token");
    assertThat(tokens.to(Stage.APPROVE).main().destructive()).isTrue();
  }

  @Test
  void the_button_belongs_to_the_page_that_is_shown_when_the_page_is_told() {
    Walk walk = walk(Wizard.CORDON);
    List<Boolean> told = new ArrayList<>();
    walk.wizard.stageProperty().subscribe((_, _) -> told.add(walk.main().enabled()));
    walk.to(Stage.RESULT);

    assertThat(told.getLast()).isTrue();
  }

  @Test
  void a_command_in_a_container_is_said_to_have_no_dry_run() {
    Walk walk = walk(Wizard.ISOLATE);
    walk.work.answer = Optional.empty();
    walk.wizard.change(draft -> draft.with(draft.shutting().lookInside(true)));
    walk.to(Stage.CONSEQUENCES);

    assertThat(proposal(walk).plan().steps())
        .extracting(step -> StepView.answer(step, walk.wizard.live().rehearsalProperty().get()))
        .contains("runs in a container: no dry run", "dry run: not made");
  }

  @Test
  void it_is_said_which_requests_are_sent() {
    Plan isolation = proposal(walk(Wizard.ISOLATE)).plan();

    assertThat(SentWords.of(isolation))
        .contains("1 policy, which is created and replaces nothing.")
        .contains("by pods of ours that are removed again");
  }

  @Test
  void a_cordon_shows_the_pods_of_the_node_beside_each_of_its_steps() {
    List<EffectRow> rows = proposal(walk(Wizard.CORDON)).rows();

    assertThat(rows).hasSizeGreaterThan(1);
    assertThat(rows).extracting(EffectRow::count).containsOnly(rows.getFirst().count());
    assertThat(rows).extracting(EffectRow::method).contains("cordon", "label", "hold");
  }
}
