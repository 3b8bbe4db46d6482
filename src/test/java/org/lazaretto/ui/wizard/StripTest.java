package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.RunResult;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.wizard.draft.Stage;

/** What the line says of a plan whose drawer is closed. */
class StripTest {
  private final Walk walk = Walk.of(Wizard.CORDON, Clusters.shop().build());

  private Optional<Strip> strip(Optional<Wizard> open) {
    return Strip.of(walk.runs.latestProperty().get(), open);
  }

  @Test
  void without_a_run_there_is_nothing_to_say() {
    assertThat(strip(Optional.empty())).isEmpty();
  }

  @Test
  void a_plan_under_way_is_told_only_where_its_own_drawer_is_not_open() {
    List<Optional<Strip>> seen = new ArrayList<>();
    walk.work.run =
        (_, _, _) -> {
          seen.add(strip(Optional.of(Wizard.CORDON)));
          seen.add(strip(Optional.of(Wizard.EVACUATE)));
          seen.add(strip(Optional.empty()));
          return new RunResult.AllHold(List.of());
        };
    walk.to(Stage.RESULT);

    assertThat(seen.get(0)).isEmpty();
    assertThat(seen.get(1)).hasValueSatisfying(strip -> assertThat(strip.over()).isFalse());
    assertThat(seen.get(2)).isEqualTo(seen.get(1));
  }

  @Test
  void a_run_that_went_well_is_told_for_ten_seconds() {
    walk.to(Stage.RESULT);
    assertThat(strip(Optional.empty()))
        .hasValueSatisfying(strip -> assertThat(strip.over()).isTrue());
    assertThat(Strip.told(walk.wizard.run().orElseThrow())).isFalse();

    walk.work.now = walk.work.now.plus(Strip.LINGERING);
    assertThat(Strip.told(walk.wizard.run().orElseThrow())).isTrue();
  }

  @Test
  void a_run_that_did_not_go_well_is_told_until_it_is_put_away() {
    walk.work.run = (_, _, _) -> new RunResult.Broken(List.of());
    walk.to(Stage.RESULT);
    walk.work.now = walk.work.now.plus(Strip.LINGERING.multipliedBy(1000));

    assertThat(Strip.told(walk.wizard.run().orElseThrow())).isFalse();
  }

  @Test
  void a_run_that_is_being_cancelled_cannot_be_cancelled_again() {
    List<Optional<Strip>> seen = new ArrayList<>();
    walk.work.run =
        (_, _, _) -> {
          walk.wizard.run().orElseThrow().cancel();
          seen.add(strip(Optional.empty()));
          return new RunResult.Cancelled(List.of());
        };
    walk.to(Stage.RESULT);

    assertThat(seen.getFirst())
        .hasValueSatisfying(strip -> {
          assertThat(strip.stopping()).isTrue();
          assertThat(strip.words()).contains("Stopping");
        });
  }
}
