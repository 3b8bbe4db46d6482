package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Subject;
import org.lazaretto.execute.Waiver;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.wizard.draft.Stage;

/** Reasons and typed words, and what becomes of them when a plan changes. */
class WrittenTest {
  private static final HoldReason MEMORY =
      new HoldReason("E-memory", "Memory of shop/miner is not captured.", true);

  private static final ObjectRef ONE = ObservedKind.POD.ref("shop", "one", "uid-1");
  private static final ObjectRef OTHER = ObservedKind.POD.ref("shop", "one", "uid-2");

  private static Subject of(String id, ObjectRef... objects) {
    return new Subject(id, List.of(objects));
  }

  private static HoldReason memory(ObjectRef... objects) {
    return new HoldReason("E-memory", List.of(objects), "Memory is not captured.", true);
  }

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
        .contains(new Waiver("E-memory", List.of(), "agreed"));
  }

  @Test
  void a_reason_is_asked_again_when_what_it_waives_has_changed_and_its_words_are_kept() {
    Walk walk = evacuate(List.of(MEMORY)).waiveAll().to(Stage.APPROVE).sign("node-a1");
    otherGuards(walk, new HoldReason("E-memory", "Memory of 2 suspects is not captured.", true));

    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("E-memory. Read it again"));
    assertThat(walk.wizard.draft().waivers()).containsEntry(of("E-memory"), "agreed");
    assertThat(walk.wizard.judgement().standing(walk.wizard.draft()))
        .extracting(Waiver::id)
        .doesNotContain("E-memory");

    walk.wizard.confirm(of("E-memory"));
    assertThat(walk.main().enabled()).as("%s", walk.obstacles()).isTrue();
  }

  @Test
  void another_reason_stands_for_what_is_shown_while_it_is_written() {
    Walk walk = evacuate(List.of(MEMORY)).waiveAll();
    otherGuards(walk, new HoldReason("E-memory", "Memory of 2 suspects is not captured.", true));
    assertThat(walk.wizard.judgement().outdatedProperty().get()).containsExactly(of("E-memory"));

    walk.wizard.change(draft -> draft.waiving(of("E-memory"), "agreed for both"));
    assertThat(walk.wizard.judgement().outdatedProperty().get()).isEmpty();
  }

  @Test
  void one_reason_can_be_taken_over_from_the_card_above() {
    HoldReason layer = new HoldReason("E-container-layer", "Not captured either.", true);
    Walk walk = evacuate(List.of(MEMORY, layer));
    assertThat(walk.wizard.judgement().above(of("E-container-layer"), walk.wizard.draft()))
        .isEmpty();

    walk.wizard.change(draft -> draft.waiving(of("E-memory"), "no tool here"));
    assertThat(walk.wizard.judgement().above(of("E-container-layer"), walk.wizard.draft()))
        .contains("no tool here");
    assertThat(walk.wizard.judgement().above(of("E-memory"), walk.wizard.draft())).isEmpty();

    walk.wizard.change(draft -> draft.waiving(of("E-container-layer"), "read-only root"));
    assertThat(walk.wizard.judgement().above(of("E-container-layer"), walk.wizard.draft()))
        .isEmpty();
  }

  @Test
  void a_reason_that_is_not_needed_any_more_is_kept_and_not_sent() {
    Walk walk = evacuate(List.of(MEMORY)).waiveAll().to(Stage.APPROVE).sign("node-a1");
    otherGuards(walk);
    assertThat(walk.wizard.draft().waives(of("E-memory"))).isTrue();
    walk.wizard.proceed();

    assertThat(walk.work.orders.getFirst().waivers())
        .extracting(Waiver::id)
        .doesNotContain("E-memory");
  }

  @Test
  void a_reason_for_one_object_does_not_stand_for_a_namesake_with_another_uid() {
    Walk walk = evacuate(List.of(memory(ONE), memory(OTHER)));
    walk.wizard.waive(of("E-memory", ONE), "no tool here");

    assertThat(walk.wizard.judgement().standing(walk.wizard.draft()))
        .containsExactly(new Waiver("E-memory", List.of(ONE), "no tool here"));
    assertThat(walk.obstacles()).anyMatch(text -> text.endsWith("held by E-memory."));
    assertThat(walk.wizard.judgement().words(of("E-memory", OTHER), walk.wizard.draft())).isEmpty();
  }

  @Test
  void the_same_reason_for_all_of_an_id_is_asked_for_and_changes_no_other_words() {
    HoldReason third = memory(ObservedKind.POD.ref("shop", "three", "uid-3"));
    Walk walk = evacuate(List.of(memory(ONE), memory(OTHER), third));
    walk.wizard.waive(of("E-memory", OTHER), "its node is lost");
    walk.wizard.waive(of("E-memory", ONE), "no tool here");
    assertThat(walk.obstacles()).anyMatch(text -> text.endsWith("held by E-memory."));

    walk.wizard.waiveAlike(of("E-memory", ONE));

    assertThat(walk.wizard.judgement().standing(walk.wizard.draft()))
        .extracting(waiver -> waiver.about().objects().getFirst().uid() + " " + waiver.reason())
        .containsExactly("uid-1 no tool here", "uid-2 its node is lost", "uid-3 no tool here");
    assertThat(walk.obstacles()).noneMatch(text -> text.contains("E-memory"));
  }

  @Test
  void an_object_more_under_the_same_id_is_asked_about_again_with_the_words_kept() {
    Walk walk = evacuate(List.of(memory(ONE)));
    walk.wizard.waive(of("E-memory", ONE), "no tool here");
    otherGuards(walk, memory(ONE, OTHER));

    Subject both = of("E-memory", OTHER, ONE);
    assertThat(walk.wizard.judgement().words(both, walk.wizard.draft())).isEqualTo("no tool here");
    assertThat(walk.wizard.judgement().standing(walk.wizard.draft())).isEmpty();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("E-memory. Read it again"));

    walk.wizard.confirm(both);
    assertThat(walk.wizard.judgement().standing(walk.wizard.draft()))
        .containsExactly(new Waiver(both, "no tool here"));
  }

  @Test
  void words_of_what_it_was_before_can_be_taken_out_of_the_field() {
    Walk walk = evacuate(List.of(memory(ONE)));
    walk.wizard.waive(of("E-memory", ONE), "no tool here");
    otherGuards(walk, memory(ONE, OTHER));
    Subject both = of("E-memory", ONE, OTHER);

    walk.wizard.waive(both, "");

    assertThat(walk.wizard.judgement().words(both, walk.wizard.draft())).isEmpty();
    assertThat(walk.obstacles()).anyMatch(text -> text.endsWith("held by E-memory."));
  }

  @Test
  void what_is_waived_is_told_with_its_objects_and_as_it_was_written() {
    String hostile = "because \u202etxt <b>";
    assertThat(
            WaiverLines.of(
                List.of(
                    new Waiver("E-memory", List.of(ONE), hostile),
                    new Waiver("E-memory", List.of(OTHER), hostile),
                    new Waiver("T-44", List.of(), "agreed"))))
        .containsExactly(
            "E-memory of Pod shop/one (uid uid-1), Pod shop/one (uid uid-2): " + hostile,
            "T-44: agreed");
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
