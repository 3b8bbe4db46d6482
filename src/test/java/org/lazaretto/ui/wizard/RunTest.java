package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.RunResult;
import org.lazaretto.execute.Standing;
import org.lazaretto.execute.StepResult;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.desk.NextStep;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.run.Outcome;
import org.lazaretto.ui.wizard.run.RunLine.Phase;
import org.lazaretto.ui.wizard.run.RunState;
import org.lazaretto.ui.wizard.run.RunViewModel;

/** What is seen of a plan while it runs, and of what came of it. */
class RunTest {
  private static Walk cordon() {
    return Walk.of(Wizard.CORDON, Clusters.shop().build());
  }

  private static RunViewModel run(Walk walk) {
    return walk.wizard.run().orElseThrow();
  }

  private static Outcome outcome(Walk walk) {
    return Outcome.of(run(walk).stateProperty().get());
  }

  @Test
  void each_step_is_followed_through_its_phases() {
    Walk walk = cordon();
    List<Phase> seen = new ArrayList<>();
    walk.work.run =
        (order, progress, _) -> {
          Step step = order.plan().steps().getFirst();
          Runnable look = () -> seen.add(run(walk).lines().getFirst().phase());
          look.run();
          progress.started(step);
          look.run();
          progress.waiting(step, "a budget says no");
          look.run();
          progress.ended(step, new StepOutcome.Done("set"));
          look.run();
          progress.gone(step);
          look.run();
          progress.verified(step, new Verdict.Holds("it is true"));
          look.run();
          return new RunResult.AllHold(List.of());
        };
    walk.to(Stage.RESULT);

    assertThat(seen)
        .containsExactly(
            Phase.QUEUED, Phase.STARTED, Phase.WAITING, Phase.SENT, Phase.GONE, Phase.HOLDS);
    assertThat(outcome(walk).tone()).isEqualTo(Outcome.Tone.GOOD);
  }

  @Test
  void nothing_less_than_a_proof_ends_an_uncertainty() {
    Walk walk = cordon();
    walk.work.run =
        (order, progress, _) -> {
          Step step = order.plan().steps().getFirst();
          progress.started(step);
          progress.ended(step, new StepOutcome.Unknown("no answer came"));
          progress.waiting(step, "its effect may come yet");
          progress.verified(step, new Verdict.CannotTell("no answer either"));
          return new RunResult.Uncertain(
              List.of(
                  new StepResult(
                      step,
                      new StepOutcome.Unknown("no answer came"),
                      Optional.empty(),
                      Standing.UNCERTAIN)));
        };
    walk.to(Stage.RESULT);

    assertThat(run(walk).count(Phase.UNKNOWN)).isEqualTo(1);
    assertThat(CopiedLine.words(run(walk).lines().getFirst()))
        .startsWith("S-001 Cordon ")
        .endsWith(": unknown. no answer either");
    assertThat(outcome(walk).tone()).isEqualTo(Outcome.Tone.UNKNOWN);
    assertThat(outcome(walk).copyable()).contains("LZ-RUN-UNCERTAIN").contains("no answer came");
  }

  @Test
  void a_cluster_that_was_not_reached_is_said_to_be_as_it_was() {
    Walk walk = cordon();
    walk.work.run = (_, _, _) -> new RunResult.NoAccess(List.of(), "no answer came in time");
    walk.to(Stage.RESULT);

    assertThat(outcome(walk).verdict()).endsWith("Nothing was changed.");
    assertThat(outcome(walk).detail()).isEqualTo("no answer came in time");
  }

  @Test
  void a_try_that_tells_nothing_is_no_success() {
    Walk walk = Walk.of(Wizard.ISOLATE, Clusters.shop().build());
    walk.work.run =
        (order, _, _) -> {
          Step probe = order.plan().steps().getFirst();
          return new RunResult.AllHold(
              List.of(
                  new StepResult(
                      probe,
                      new StepOutcome.Done("made"),
                      Optional.of(new Verdict.CannotTell("no answer")),
                      Standing.GAP)));
        };
    walk.to(Stage.RESULT);

    assertThat(outcome(walk).tone()).isEqualTo(Outcome.Tone.WARN);
    assertThat(outcome(walk).verdict()).startsWith("Done, and not proven");
    assertThat(walk.wizard.worked()).isFalse();
  }

  @Test
  void what_is_held_at_the_last_moment_is_told_and_planned_again_with_everything_kept() {
    Walk walk = cordon();
    walk.work.run =
        (_, _, _) -> {
          throw new SessionException(SessionException.Kind.HELD, "The cluster has changed.");
        };
    walk.to(Stage.APPROVE).sign("");
    walk.to(Stage.RESULT);

    assertThat(outcome(walk).code()).isEqualTo("LZ-HELD");
    assertThat(outcome(walk).detail()).isEqualTo("The cluster has changed.");
    walk.next = Optional.of(new NextStep(org.lazaretto.ui.desk.Phase.CORDON, "cordon it again"));
    walk.wizard.look();
    assertThat(walk.main().label()).isEqualTo("Next: cordon it again");
    walk.wizard.proceed();
    assertThat(walk.stage()).isEqualTo(Stage.CHOOSE);
    assertThat(walk.wizard.run()).isEmpty();
    assertThat(walk.wizard.draft().signature().reason()).isEqualTo("an image was poisoned");
  }

  @Test
  void cancelling_is_asked_of_the_run_and_said() {
    Walk walk = cordon();
    List<RunState> states = new ArrayList<>();
    walk.work.run =
        (_, _, cancellation) -> {
          run(walk).cancel();
          states.add(run(walk).stateProperty().get());
          assertThat(cancellation.wanted()).isTrue();
          return new RunResult.Cancelled(List.of());
        };
    walk.to(Stage.RESULT);

    assertThat(states).containsExactly(new RunState.Stopping());
    assertThat(outcome(walk).tone()).isEqualTo(Outcome.Tone.WARN);
  }

  @Test
  void who_decides_and_why_is_journalled_before_anything_is_sent() {
    Walk walk = cordon();
    walk.work.run =
        (_, _, _) -> {
          assertThat(walk.work.notes)
              .singleElement()
              .asString()
              .contains("Ann, lead")
              .contains("an image was poisoned");
          return new RunResult.AllHold(List.of());
        };
    walk.to(Stage.APPROVE).sign("");
    walk.to(Stage.RESULT);

    assertThat(walk.work.orders).hasSize(1);
    assertThat(outcome(walk).tone()).isEqualTo(Outcome.Tone.GOOD);
  }

  @Test
  void the_order_is_for_exactly_the_plan_that_was_read() {
    Walk walk = cordon().to(Stage.APPROVE);
    String read = walk.wizard.live().current().orElseThrow().fingerprint();
    walk.to(Stage.RESULT);

    assertThat(walk.work.orders.getFirst().approved()).isEqualTo(read);
    assertThat(walk.work.orders.getFirst().plan().fingerprint()).isEqualTo(read);
  }

  @Test
  void one_plan_runs_at_a_time() {
    Walk walk = cordon();
    walk.work.run =
        (_, _, _) -> {
          assertThat(walk.runs.underWay()).isPresent();
          return new RunResult.AllHold(List.of());
        };
    walk.to(Stage.RESULT);

    assertThat(walk.runs.underWay()).isEmpty();
    assertThat(walk.runs.latestProperty().get()).isPresent();
    walk.runs.putAway(run(walk));
    assertThat(walk.runs.latestProperty().get()).isEmpty();
  }

  @Test
  void what_went_well_leads_to_what_the_rail_calls_the_next_step() {
    Walk walk = cordon().to(Stage.RESULT);
    assertThat(walk.main().label()).isEqualTo("Next: isolate the suspect");
    walk.wizard.proceed();

    assertThat(walk.left).containsExactly("isolate the suspect");
  }

  @Test
  void where_nothing_is_urged_the_wizard_closes_or_what_is_missing_is_planned_again() {
    Walk good = cordon();
    good.next = Optional.empty();
    assertThat(good.to(Stage.RESULT).main().label()).isEqualTo("Close");
    good.wizard.proceed();
    assertThat(good.left).containsExactly("closed");

    Walk bad = cordon();
    bad.next = Optional.empty();
    bad.work.run = (_, _, _) -> new RunResult.Cancelled(List.of());
    assertThat(bad.to(Stage.RESULT).main().label()).isEqualTo("Plan again for the rest");
    bad.wizard.proceed();
    assertThat(bad.stage()).isEqualTo(Stage.CHOOSE);
  }

  @Test
  void what_did_not_end_well_goes_where_the_rail_goes_and_can_still_be_planned_again() {
    Walk walk = cordon();
    walk.work.run = (_, _, _) -> new RunResult.Cancelled(List.of());
    walk.to(Stage.RESULT);

    assertThat(walk.main().label()).isEqualTo("Next: isolate the suspect");
    assertThat(walk.wizard.worked()).isFalse();
    assertThat(walk.wizard.repeats()).isFalse();
    walk.wizard.again();
    assertThat(walk.stage()).isEqualTo(Stage.CHOOSE);
  }

  @Test
  void a_run_that_was_cut_off_is_planned_again_for_what_is_uncertain() {
    Walk walk = cordon();
    walk.work.run =
        (order, progress, _) -> {
          Step step = order.plan().steps().getFirst();
          progress.started(step);
          return new RunResult.Uncertain(
              List.of(
                  new StepResult(
                      step,
                      new StepOutcome.Unknown("cut off"),
                      Optional.empty(),
                      Standing.UNCERTAIN)));
        };
    walk.next = Optional.of(new NextStep(org.lazaretto.ui.desk.Phase.CORDON, "cordon it again"));
    walk.to(Stage.APPROVE).sign("");
    walk.to(Stage.RESULT);
    assertThat(walk.wizard.repeats()).isTrue();
    walk.wizard.proceed();

    assertThat(walk.stage()).isEqualTo(Stage.CHOOSE);
    assertThat(walk.wizard.live().current()).as("a plan from what is seen now").isPresent();
    assertThat(walk.wizard.draft().signature().reason()).isEqualTo("an image was poisoned");
    walk.to(Stage.RESULT);
    assertThat(walk.work.orders).hasSize(2);
  }
}
