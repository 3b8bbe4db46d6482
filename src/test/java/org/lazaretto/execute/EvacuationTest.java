package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.plan.Step;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PortException.Answer;
import org.lazaretto.port.PortException.Kind;

class EvacuationTest {
  private static final String WEB = "shop/web-6f7d-1";
  private static final String CART = "shop/cart-0";

  private final Stage stage = Stage.of(Clusters.cordonedShop());

  private static String proof(RunResult result, int step) {
    return result.steps().get(step).verdict().orElseThrow().text();
  }

  @Test
  void an_evicted_pod_is_followed_until_it_is_gone_and_its_replacement_is_ready() {
    RunResult result = stage.evict(WEB).prove("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(proof(result, 0)).contains("Gone after 2.").contains("has 3 of 3 pods ready");
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
    assertThat(stage.cluster.now().pod(stage.pod(WEB).ref().uid())).isEmpty();
  }

  @Test
  void an_eviction_that_a_budget_refuses_is_tried_again_until_the_budget_lets_it_through() {
    stage.cluster.after(Duration.ofSeconds(20), () -> grant("cart"));

    RunResult result = stage.evict(CART).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
    assertThat(proof(result, 0)).contains("StatefulSet shop/cart has 2 of 2");
  }

  private void grant(String app) {
    var pod = stage.pod("shop/" + app + "-0");
    stage.cluster.change(
        s -> s.with(s.budgetsOf(pod).stream().map(b -> FakeCluster.allowing(b, 1)).toList()));
  }

  @Test
  void a_budget_that_stays_full_refuses_in_the_end_and_others_go_on() {
    RunResult result = stage.evict(CART).evict(WEB).run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(result.steps().get(0).outcome())
        .isInstanceOfSatisfying(
            StepOutcome.Refused.class,
            refused -> {
              assertThat(refused.retryable()).isTrue();
              assertThat(refused.reason()).contains("violate the pod's disruption budget");
            });
    assertThat(result.steps().get(1).standing()).isEqualTo(Standing.HOLDS);
    assertThat(stage.cluster.script.sent()).containsExactly("evict " + WEB);
  }

  @Test
  void a_pause_is_at_least_as_long_as_the_server_asks() {
    Answer asks = new Answer(429, "DisruptionBudget", "", Optional.of(Duration.ofSeconds(42)), "");
    stage.cluster.script.fail("evict " + WEB, new PortException(Kind.THROTTLED, "full", asks));
    var begun = stage.time.instant();
    stage.cluster.script.when("evict " + WEB, () -> {});

    stage.evict(WEB).run();

    Entry.Outcome done = stage.journal.entries(Entry.Outcome.class).getFirst();
    var at =
        stage.journal.lines().stream()
            .filter(line -> line.entry().equals(done))
            .findFirst()
            .orElseThrow()
            .at();
    assertThat(Duration.between(begun, at)).isGreaterThanOrEqualTo(Duration.ofSeconds(42));
  }

  @Test
  void a_pod_under_two_budgets_is_refused_at_once() {
    Stage two = Stage.of(Clusters.cordonedShop().budget("shop", "web-too", "web", 1));

    RunResult result = two.evict(WEB).run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(result.steps().getFirst().outcome())
        .isInstanceOfSatisfying(
            StepOutcome.Refused.class, refused -> assertThat(refused.retryable()).isFalse());
    assertThat(two.time.instant()).isBefore(Clusters.NOW.plusSeconds(5));
  }

  @Test
  void a_lost_answer_is_never_sent_again_and_a_fresh_read_proves_the_effect() {
    stage.cluster.script.loseAnswer("evict " + WEB, true);

    RunResult result = stage.evict(WEB).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "unknown", "holds");
    assertThat(stage.cluster.script.sent()).containsExactly("evict " + WEB);
  }

  @Test
  void a_lost_eviction_that_never_arrived_stays_unknown() {
    stage.cluster.script.loseAnswer("evict " + WEB, false);

    RunResult result = stage.evict(WEB).run();

    assertThat(result).isInstanceOf(RunResult.Uncertain.class);
    assertThat(stage.journal.storyOf("S-001"))
        .containsExactly("intent", "unknown", "does-not-hold");
    assertThat(stage.cluster.script.sent()).hasSize(1);
  }

  @Test
  void a_pod_that_went_by_itself_needs_nothing() {
    stage.cluster.change(
        s -> s.without(ObservedKind.POD, List.of(stage.pod("shop/debug").ref().uid())));

    RunResult result = stage.evict("shop/debug").run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "already-so", "holds");
    assertThat(proof(result, 0)).contains("nothing brings it back");
  }

  @Test
  void a_namesake_of_a_pod_that_went_is_left_alone() {
    Stage late = Stage.of(Clusters.cordonedShop().budget("shop", "none", "none", 0));
    late.cluster.leave(late.pod(CART), List.of());
    late.time.pause(Duration.ofSeconds(10));

    RunResult result = late.evict(CART).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(late.journal.storyOf("S-001")).containsExactly("intent", "already-so", "holds");
    assertThat(late.cluster.script.sent()).isEmpty();
  }

  @Test
  void a_forbidden_eviction_does_not_stop_those_of_other_namespaces() {
    stage.cluster.script.failAlways("evict " + WEB, Script.forbidden());

    RunResult result = stage.evict(WEB).evict("kube-system/coredns-6f7d-1").run();

    assertThat(result).isInstanceOf(RunResult.NoAccess.class);
    assertThat(result.steps())
        .extracting(StepResult::standing)
        .containsExactly(Standing.NO_ACCESS, Standing.HOLDS);
  }

  @Test
  void a_pod_that_does_not_end_does_not_hold() {
    stage.cluster.termination = Duration.ofHours(1);

    RunResult result = stage.evict(WEB).run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(proof(result, 0)).contains("finalizer").contains("T-20");
    assertThat(stage.time.instant()).isBefore(Clusters.NOW.plusSeconds(120));
  }

  @Test
  void a_replacement_that_never_gets_ready_does_not_hold() {
    stage.cluster.startup = Duration.ofHours(1);

    RunResult result = stage.evict(WEB).run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(proof(result, 0)).contains("has 2 of 3 pods ready");
  }

  @Test
  void a_workload_that_was_broken_before_need_not_be_whole_after() {
    Stage broken =
        Stage.of(
            Clusters.cordonedShop()
                .pod("shop/web-6f7d-3", p -> FakeCluster.with(p, false, Optional.empty()))
                .workload("shop/Deployment/web", w -> FakeCluster.withReady(w, 2)));

    assertThat(broken.evict(WEB).run()).isInstanceOf(RunResult.AllHold.class);
  }

  @Test
  void a_replacement_that_comes_back_to_the_node_does_not_hold() {
    stage.cluster.replacementNode = "node-a1";

    RunResult result = stage.evict(WEB).prove("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(proof(result, 0)).contains("stands on node-a1 instead");
  }

  @Test
  void a_cluster_that_answers_no_read_for_long_cannot_be_judged() {
    stage.cluster.script.when(
        "evict " + WEB,
        () -> stage.cluster.script.failAlways("podsOn node-a1", Script.unreachable()));

    RunResult result = stage.evict(WEB).run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "cannot-tell");
  }

  @Test
  void pods_stay_where_they_are_when_their_node_could_not_be_cordoned() {
    Stage open = Stage.of(Clusters.shop());
    open.cluster.script.fail("cordon node-a1", Script.forbidden());

    RunResult result = open.cordon("node-a1").evict(WEB).prove("node-a1").run();

    assertThat(result).isInstanceOf(RunResult.NoAccess.class);
    assertThat(open.journal.storyOf("S-002")).containsExactly("not-started");
    assertThat(open.cluster.script.sent()).isEmpty();
  }

  @Test
  void a_stopped_run_follows_what_was_sent_and_sends_no_more() {
    stage.cluster.script.when("evict " + WEB, stage.cancellation::cancel);

    RunResult result = stage.evict(WEB).evict("shop/cache-6f7d-1").run();

    assertThat(result).isInstanceOf(RunResult.Cancelled.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
    assertThat(stage.journal.storyOf("S-002")).containsExactly("not-started");
    assertThat(stage.cluster.script.sent()).containsExactly("evict " + WEB);
  }

  @Test
  void a_stopped_run_waits_for_no_budget() {
    stage.cluster.script.when("evict " + CART, stage.cancellation::cancel);

    RunResult result = stage.evict(CART).run();

    assertThat(result.steps().getFirst().outcome().text()).startsWith("The run was stopped");
    assertThat(stage.cluster.script.sent()).isEmpty();
  }

  @Test
  void a_restarted_rollout_is_followed_until_no_old_pod_is_left() {
    RunResult result = stage.restart(WEB).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(proof(result, 0)).startsWith("The rollout is complete after 5.").contains("3 of 3");
    assertThat(stage.cluster.script.sent()).containsExactly("restart shop/web");
  }

  @Test
  void a_lost_restart_is_told_by_its_stamp() {
    stage.cluster.script.loseAnswer("restart shop/web", true);
    stage.cluster.script.loseAnswer("restart shop/cache", false);

    RunResult result = stage.restart(WEB).restart("shop/cache-6f7d-1").run();

    assertThat(result).isInstanceOf(RunResult.Uncertain.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "unknown", "holds");
    assertThat(stage.journal.storyOf("S-002"))
        .containsExactly("intent", "unknown", "does-not-hold");
  }

  @Test
  void a_rollout_that_never_completes_does_not_hold() {
    stage.cluster.startup = Duration.ofHours(1);

    RunResult result = stage.restart(WEB).run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(proof(result, 0)).contains("the rollout is not complete with 0 of 3 pods ready");
  }

  @Test
  void many_pods_leave_at_once_and_their_budgets_are_never_overdrawn() {
    ClusterBuilder builder = new ClusterBuilder().node("node-a1", "a").node("node-b2", "b");
    String[] all = new String[8];
    java.util.Arrays.fill(all, "node-a1");
    for (int i = 0; i < 10; i++) {
      builder.deployment("shop", "w" + i, Template.of("w" + i), all);
      builder.budget("shop", "w" + i, "w" + i, 1 + i % 3);
    }
    Stage many = Stage.of(builder);
    List<String> pods = new ArrayList<>();
    many.before.podsOn("node-a1").forEach(pod -> pods.add(pod.ref().path()));
    pods.forEach(many::evict);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Timing timing =
          new Timing(many.time, many.time, threads, () -> 0.5, slow(), Timing.USUAL_IN_FLIGHT);
      RunResult result = many.run(timing, RunListener.SILENT);

      assertThat(result).isInstanceOf(RunResult.AllHold.class);
    }
    assertThat(many.cluster.now().podsOn("node-a1")).isEmpty();
    assertThat(many.cluster.script.sent()).hasSize(80).doesNotHaveDuplicates();
    for (Step step : many.plan().steps()) {
      assertThat(many.journal.storyOf(step.id().toString()))
          .containsExactly("intent", "done", "holds");
    }
  }

  /** Many threads turn the one hand clock, so it runs fast. */
  private static Patience slow() {
    Duration day = Duration.ofDays(1);
    return new Patience(day, day, day, day, day, day);
  }
}
