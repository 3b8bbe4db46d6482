package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.model.PodRef;
import org.lazaretto.ui.wizard.draft.Targets;

/** Which suspects a wizard begins with. */
class TargetsTest {
  private static final PodRef MINER = new PodRef("shop", "miner", "uid-1");
  private static final PodRef HELPER = new PodRef("shop", "helper", "uid-2");

  @Test
  void a_suspect_that_is_gone_is_left_out_and_can_be_chosen_again() {
    Targets targets = Targets.of(List.of(MINER, HELPER)).leavingOut(HELPER::equals);

    assertThat(targets.chosenSuspects()).containsExactly(MINER);
    assertThat(targets.suspects()).containsExactly(MINER, HELPER);
    assertThat(targets.choosing(HELPER, true).chosenSuspects()).containsExactly(MINER, HELPER);
  }

  @Test
  void if_all_are_gone_the_plan_says_so() {
    assertThat(Targets.of(List.of(MINER)).leavingOut(_ -> true).chosenSuspects())
        .containsExactly(MINER);
  }

  @Test
  void an_open_node_whose_suspect_is_gone_is_proposed_by_name() {
    Targets targets = Targets.of(List.of(MINER));

    assertThat(targets.reaching(Set.of("a"), Set.of("a", "b"))).isEqualTo(targets);
    assertThat(targets.reaching(Set.of("a"), Set.of()).nodeNames()).containsExactly("a");
  }
}
