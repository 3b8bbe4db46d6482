package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.port.PortException;

class RunnerTest {
  private static final String LOG =
      "/api/v1/namespaces/shop/pods/checkout-6f7d-1/log?previous=true";
  private static final String POD = "/api/v1/namespaces/shop/pods/checkout-6f7d-1";

  private final Stage stage = Stage.of(Clusters.shop());

  @Test
  void a_capture_keeps_the_bytes_as_served_and_verifies_their_hash() {
    RunResult result = stage.keep(POD).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    var item = stage.journal.entries(Entry.EvidenceTaken.class).getFirst().item();
    assertThat(item.draft().source()).isEqualTo(Clusters.miner().object());
    assertThat(item.draft().method()).contains("get --raw " + POD);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
  }

  @Test
  void a_capture_that_the_server_refuses_is_a_gap_and_the_run_goes_on() {
    stage.cluster.script.answer(LOG, 400);

    RunResult result = stage.keep(LOG).keep(POD).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(result.steps())
        .extracting(StepResult::standing)
        .containsExactly(Standing.GAP, Standing.HOLDS);
    assertThat(stage.journal.entries(Entry.Gap.class)).hasSize(1);
    assertThat(result.summary()).isEqualTo("1 of 2 steps verified, 1 could not be read");
  }

  @Test
  void a_forbidden_or_unanswered_capture_is_a_gap_not_an_unknown_outcome() {
    stage.cluster.script.fail("raw " + LOG, Script.forbidden());
    stage.cluster.script.fail(
        "raw " + POD, new PortException(PortException.Kind.NO_ANSWER, "reset"));

    RunResult result = stage.keep(LOG).keep(POD).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "refused");
    assertThat(stage.journal.storyOf("S-002")).containsExactly("intent", "failed");
  }

  @Test
  void an_unreachable_cluster_ends_the_run_and_the_rest_is_not_started() {
    stage.cluster.script.fail("raw " + LOG, Script.unreachable());

    RunResult result = stage.keep(LOG).keep(POD).cordon("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.NoAccess.class);
    assertThat(stage.journal.storyOf("S-002")).containsExactly("not-started");
    assertThat(stage.cluster.script.sent()).isEmpty();
  }

  @Test
  void a_cordon_is_announced_sent_recorded_and_read_again() {
    RunResult result = stage.cordon("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
    assertThat(stage.journal.entries(Entry.Outcome.class).getFirst().exchange()).isPresent();
  }

  @Test
  void a_node_that_was_cordoned_before_gets_no_request() {
    Stage cordoned = Stage.of(Clusters.cordonedShop());

    RunResult result = cordoned.cordon("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(cordoned.cluster.script.sent()).isEmpty();
    assertThat(cordoned.journal.storyOf("S-001")).containsExactly("intent", "already-so", "holds");
  }

  @Test
  void a_lost_answer_is_recorded_as_unknown_and_a_fresh_read_decides() {
    stage.cluster.script.loseAnswer("cordon node-a1", true);
    stage.cluster.script.loseAnswer("cordon node-a2", false);

    RunResult result = stage.cordon("node-a1").cordon("node-a2").run();

    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "unknown", "holds");
    assertThat(stage.journal.storyOf("S-002"))
        .containsExactly("intent", "unknown", "does-not-hold");
    assertThat(result).isInstanceOf(RunResult.Uncertain.class);
    assertThat(stage.cluster.script.sent()).containsExactly("cordon node-a1", "cordon node-a2");
  }

  @Test
  void a_lost_answer_whose_effect_is_proven_leaves_nothing_uncertain() {
    stage.cluster.script.loseAnswer("cordon node-a1", true);

    assertThat(stage.cordon("node-a1").run()).isInstanceOf(RunResult.AllHold.class);
  }

  @Test
  void a_verification_that_cannot_be_made_is_not_success() {
    stage.cluster.script.failAlways("node node-a1", Script.forbidden());

    RunResult result = stage.cordon("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "cannot-tell");
  }

  @Test
  void a_forbidden_cordon_is_refused_and_the_others_go_on() {
    stage.cluster.script.fail("cordon node-a1", Script.forbidden());

    RunResult result = stage.cordon("node-a1").cordon("node-a2").run();

    assertThat(result).isInstanceOf(RunResult.NoAccess.class);
    assertThat(result.steps())
        .extracting(StepResult::standing)
        .containsExactly(Standing.NO_ACCESS, Standing.HOLDS);
  }

  @Test
  void a_server_error_is_a_failure_whatever_a_read_finds() {
    stage.cluster.script.fail(
        "cordon node-a1", new PortException(PortException.Kind.SERVER_ERROR, "HTTP 500"));

    RunResult result = stage.cordon("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "failed", "does-not-hold");
  }

  @Test
  void nothing_is_sent_when_the_intent_cannot_be_written() {
    stage.journal.failOn(Entry.Intent.class::isInstance);

    RunResult result = stage.keep(POD).cordon("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.JournalLost.class);
    assertThat(stage.cluster.script.sent()).isEmpty();
    assertThat(stage.cluster.script.saw(call -> call.startsWith("raw"))).isFalse();
    assertThat(result.steps())
        .allSatisfy(s -> assertThat(s.outcome()).isInstanceOf(StepOutcome.NotStarted.class));
  }

  @Test
  void nothing_more_is_sent_after_an_outcome_could_not_be_written() {
    stage.journal.failOn(Entry.Outcome.class::isInstance);

    RunResult result = stage.cordon("node-a1").prove("node-a1").cordon("node-a2").run();

    assertThat(result).isInstanceOf(RunResult.JournalLost.class);
    assertThat(stage.cluster.script.sent()).containsExactly("cordon node-a1");
  }

  @Test
  void the_responder_stops_between_two_steps() {
    stage.cluster.script.when("raw " + POD, stage.cancellation::cancel);

    RunResult result = stage.keep(POD).cordon("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.Cancelled.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
    assertThat(stage.journal.storyOf("S-002")).containsExactly("not-started");
    assertThat(stage.journal.entries(Entry.RunEnded.class).getFirst().status())
        .isEqualTo("cancelled");
  }

  @Test
  void an_approval_of_another_plan_holds_the_run() {
    Plan plan = stage.cordon("node-a1").plan();

    RunResult result =
        stage
            .runner(stage.time.timing())
            .run(
                plan,
                new Approval("0".repeat(64), List.of()),
                RunListener.SILENT,
                stage.cancellation);

    assertThat(result).isInstanceOf(RunResult.Held.class);
    assertThat(stage.journal.entries(Entry.RunEnded.class))
        .singleElement()
        .extracting(Entry.RunEnded::summary)
        .isEqualTo("nothing was sent: The approval is for another plan.");
    assertThat(stage.journal.lines()).hasSize(1);
  }

  @Test
  void another_cluster_than_the_plans_holds_the_run() {
    stage.cluster.answeringUid = "uid-of-another";

    RunResult result = stage.cordon("node-a1").run();

    assertThat(result)
        .isEqualTo(new RunResult.Held(List.of("T-42: the plan was made for another cluster.")));
    assertThat(stage.journal.entries(Entry.RunEnded.class)).hasSize(1);
    assertThat(stage.cluster.script.sent()).isEmpty();
  }

  @Test
  void a_node_where_only_expected_pods_are_proves_that_nothing_new_came() {
    assertThat(stage.prove("node-a1").run()).isInstanceOf(RunResult.AllHold.class);
  }

  @Test
  void an_intruding_pod_is_named() {
    Step prove = stage.prove("node-b2").plan().steps().getFirst();
    stage.cluster.leave(stage.pod("shop/web-6f7d-1"), List.of());
    stage.time.pause(stage.cluster.termination.plus(stage.cluster.startup));

    RunResult result = stage.run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(result.steps().getFirst().verdict().orElseThrow().text())
        .contains("New on node-b2: shop/web-6f7d-1-r1");
    assertThat(prove.target().name()).isEqualTo("node-b2");
  }

  @Test
  void a_new_daemon_set_pod_is_expected_and_a_new_mirror_pod_is_not() {
    Stage late = Stage.of(Clusters.shop());
    List<String> none = List.of();
    var node = late.before.node("node-a1").orElseThrow().ref();
    var prove =
        new org.lazaretto.plan.EvacuateStep.ProveNothingNew(
            new org.lazaretto.plan.StepId(1), node, none);
    List<String> others =
        late.before.podsOn("node-a1").stream()
            .filter(pod -> !pod.ofDaemonSet() && !pod.mirror())
            .map(pod -> pod.ref().uid())
            .toList();
    late.cluster.change(s -> s.without(ObservedKind.POD, others));

    String text = new Verifier(late.cluster).nothingNew(prove).text();

    assertThat(text).startsWith("New on node-a1: kube-system/kube-proxy-node-a1 (a mirror pod");
    assertThat(text).contains("expected, since a DaemonSet tolerates a cordon: kube-system/agent");
  }
}
