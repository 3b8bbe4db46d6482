package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Waiver;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.wizard.draft.Stage;

/** Reasons and typed words, and what becomes of them when a plan changes. */
class WrittenTest {
  private static final HoldReason MEMORY =
      new HoldReason("E-memory", "Memory of shop/miner is not captured.", true);

  private static Walk evacuate(List<HoldReason> guards) {
    Walk walk = Walk.of(Wizard.EVACUATE, Clusters.cordonedShop().build());
    walk.work.guards = guards;
    return walk.to(Stage.CONSEQUENCES);
  }

  private static void otherGuards(Walk walk, HoldReason... guards) {
    walk.work.guards = List.of(guards);
    walk.wizard.live().askAgain();
  }

  @Test
  void a_reason_survives_going_back_and_forth_while_the_plan_is_the_same() {
    Walk walk = evacuate(List.of(MEMORY)).waiveAll().to(Stage.APPROVE);
    walk.wizard.goTo(Stage.CHOOSE);
    walk.to(Stage.APPROVE).sign("node-a1");

    assertThat(walk.main().enabled()).as("%s", walk.obstacles()).isTrue();
    assertThat(walk.wizard.judgement().standing(walk.wizard.draft()))
        .contains(new Waiver("E-memory", "agreed"));
  }

  @Test
  void a_reason_is_asked_again_when_what_it_waives_has_changed_and_its_words_are_kept() {
    Walk walk = evacuate(List.of(MEMORY)).waiveAll().to(Stage.APPROVE).sign("node-a1");
    otherGuards(walk, new HoldReason("E-memory", "Memory of 2 suspects is not captured.", true));

    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("E-memory. Read it again"));
    assertThat(walk.wizard.draft().waivers()).containsEntry("E-memory", "agreed");
    assertThat(walk.wizard.judgement().standing(walk.wizard.draft()))
        .extracting(Waiver::id)
        .doesNotContain("E-memory");

    walk.wizard.confirm("E-memory");
    assertThat(walk.main().enabled()).as("%s", walk.obstacles()).isTrue();
  }

  @Test
  void another_reason_stands_for_what_is_shown_while_it_is_written() {
    Walk walk = evacuate(List.of(MEMORY)).waiveAll();
    otherGuards(walk, new HoldReason("E-memory", "Memory of 2 suspects is not captured.", true));
    assertThat(walk.wizard.judgement().outdatedProperty().get()).containsExactly("E-memory");

    walk.wizard.change(draft -> draft.waiving("E-memory", "agreed for both"));
    assertThat(walk.wizard.judgement().outdatedProperty().get()).isEmpty();
  }

  @Test
  void one_reason_can_be_taken_over_from_the_card_above() {
    HoldReason layer = new HoldReason("E-container-layer", "Not captured either.", true);
    Walk walk = evacuate(List.of(MEMORY, layer));
    assertThat(walk.wizard.judgement().above("E-container-layer", walk.wizard.draft())).isEmpty();

    walk.wizard.change(draft -> draft.waiving("E-memory", "no tool here"));
    assertThat(walk.wizard.judgement().above("E-container-layer", walk.wizard.draft()))
        .contains("no tool here");
    assertThat(walk.wizard.judgement().above("E-memory", walk.wizard.draft())).isEmpty();

    walk.wizard.change(draft -> draft.waiving("E-container-layer", "read-only root"));
    assertThat(walk.wizard.judgement().above("E-container-layer", walk.wizard.draft())).isEmpty();
  }

  @Test
  void a_reason_that_is_not_needed_any_more_is_kept_and_not_sent() {
    Walk walk = evacuate(List.of(MEMORY)).waiveAll().to(Stage.APPROVE).sign("node-a1");
    otherGuards(walk);
    assertThat(walk.wizard.draft().waives("E-memory")).isTrue();
    walk.wizard.proceed();

    assertThat(walk.work.orders.getFirst().waivers())
        .extracting(Waiver::id)
        .doesNotContain("E-memory");
  }

  @Test
  void a_typed_word_confirms_one_plan_and_no_other() {
    Walk walk = evacuate(List.of()).waiveAll().to(Stage.APPROVE).sign("node-a1");
    walk.wizard.back();
    walk.to(Stage.APPROVE);
    assertThat(walk.wizard.draft().signature().typed()).isEqualTo("node-a1");

    walk.wizard.change(draft ->
        draft.with(
            draft
                .moves()
                .decided(new org.lazaretto.plan.Request.Decisions(true, true, true, true))));
    assertThat(walk.wizard.draft().signature().typed()).isEmpty();
    assertThat(walk.wizard.draft().signature().reason()).isEqualTo("an image was poisoned");
  }
}
