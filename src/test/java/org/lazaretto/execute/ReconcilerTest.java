package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.Reconciler.Found;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.TaintWords;
import org.lazaretto.port.ClusterControl.Mode;

class ReconcilerTest {
  private static final String WEB = "shop/web-6f7d-1";
  private static final String POD = "/api/v1/namespaces/shop/pods/checkout-6f7d-1";

  private final Stage stage = Stage.of(Clusters.shop());
  private final Reconciler reconciler = new Reconciler(stage.cluster, stage.journal);

  /** A run that was killed after it had written all its intents. */
  private Plan cutOff(Stage stage) throws Exception {
    Plan plan = stage.plan();
    for (Step step : plan.steps()) {
      stage.journal.write(new Entry.Intent(Entry.StepNote.of(plan, step)));
    }
    return plan;
  }

  @BeforeEach
  void later() {
    stage.time.pause(java.time.Duration.ofMinutes(1));
  }

  @Test
  void steps_that_the_cluster_never_saw_do_not_hold() throws Exception {
    cutOff(
        stage.cordon("node-a1").evict(WEB).restart("shop/cache-6f7d-1").keep(POD).prove("node-a1"));

    assertThat(reconciler.reconcile())
        .extracting(found -> found.verdict().word())
        .containsOnly("does-not-hold")
        .hasSize(5);
    assertThat(stage.cluster.script.sent()).isEmpty();
  }

  @Test
  void steps_that_were_carried_out_hold() throws Exception {
    cutOff(stage.cordon("node-a1").evict(WEB).restart("shop/cache-6f7d-1").keep(POD));
    ObjectRef cache =
        stage.before.workloadOf(stage.pod("shop/cache-6f7d-1")).orElseThrow().object();
    stage.cluster.unschedulable(stage.before.node("node-a1").orElseThrow().ref(), true, Mode.REAL);
    stage.cluster.evict(stage.pod(WEB).ref(), Mode.REAL);
    stage.cluster.restart(cache, stage.time.instant().toString(), Mode.REAL);
    Stage.of(Clusters.shop()).keep(POD).runInto(stage.journal);

    List<Found> found = reconciler.reconcile();

    assertThat(found).extracting(one -> one.verdict().word()).containsOnly("holds").hasSize(4);
    assertThat(found.get(1).verdict().text()).startsWith("The pod is being deleted");
    assertThat(stage.journal.entries(Entry.Reconciled.class)).hasSize(4);
  }

  @Test
  void a_suspect_that_is_still_being_deleted_may_run_on_and_is_asked_about_again()
      throws Exception {
    PodRef miner = Clusters.miner();
    cutOff(stage.step(id -> new DisposeStep.DeletePod(id, miner, miner.object())));
    stage.cluster.evict(miner, Mode.REAL);

    assertThat(reconciler.reconcile().getFirst().verdict().word()).isEqualTo("cannot-tell");
    assertThat(reconciler.reconcile()).hasSize(1);
  }

  @Test
  void a_restart_of_before_is_not_taken_for_ours() throws Exception {
    ObjectRef cache =
        stage.before.workloadOf(stage.pod("shop/cache-6f7d-1")).orElseThrow().object();
    stage.cluster.restart(cache, "2026-11-20T10:00:00Z", Mode.REAL);
    cutOff(stage.restart("shop/cache-6f7d-1"));

    assertThat(reconciler.reconcile().getFirst().verdict().word()).isEqualTo("does-not-hold");
  }

  @Test
  void an_intent_with_its_outcome_needs_nothing() throws Exception {
    stage.cordon("node-a1").run();

    assertThat(reconciler.reconcile()).isEmpty();
  }

  @Test
  void a_step_that_was_sent_but_never_verified_is_read_again() throws Exception {
    Plan plan = cutOff(stage.cordon("node-a1").cordon("node-a2"));
    outcome(plan, 0, "unknown");
    outcome(plan, 1, "refused");

    assertThat(reconciler.reconcile())
        .extracting(found -> found.step().step())
        .containsExactly("S-001");
  }

  private void outcome(Plan plan, int index, String word) throws Exception {
    Step step = plan.steps().get(index);
    stage.journal.write(
        new Entry.Outcome(
            plan.fingerprint(), step.id().toString(), step.target(), word, "", Optional.empty()));
  }

  @Test
  void the_same_step_tried_again_later_settles_its_earlier_intent() throws Exception {
    Plan plan = cutOff(stage.cordon("node-a1"));
    Step step = plan.steps().getFirst();
    stage.journal.write(new Entry.Intent(Entry.StepNote.of(plan, step)));
    outcome(plan, 0, "refused");

    assertThat(Reconciler.open(stage.journal.lines())).isEmpty();
  }

  @Test
  void what_was_settled_is_not_asked_again_and_what_could_not_be_told_is() throws Exception {
    cutOff(stage.cordon("node-a1").evict(WEB));
    stage.cluster.script.fail("pod " + WEB, Script.unreachable());

    assertThat(reconciler.reconcile())
        .extracting(found -> found.verdict().word())
        .containsExactly("does-not-hold", "cannot-tell");
    assertThat(reconciler.reconcile())
        .extracting(found -> found.verdict().word())
        .containsExactly("does-not-hold");
    assertThat(reconciler.reconcile()).isEmpty();
  }

  @Test
  void an_action_of_another_version_is_not_guessed_at() throws Exception {
    ObjectRef target = Clusters.miner().object();
    stage.journal.write(
        new Entry.Intent(new Entry.StepNote("f", "S-001", "dissolve", target, "", "", "")));

    assertThat(reconciler.reconcile().getFirst().verdict().text()).contains("dissolve");
  }

  @Test
  void a_failure_that_nothing_was_read_of_is_read_again_until_its_run_ended() throws Exception {
    Plan plan = cutOff(stage.cordon("node-a1"));
    outcome(plan, 0, "failed");

    assertThat(Reconciler.open(stage.journal.lines())).hasSize(1);

    stage.journal.write(new Entry.RunEnded("cordon", plan.fingerprint(), "no-access", ""));
    assertThat(Reconciler.open(stage.journal.lines())).isEmpty();
  }

  @Test
  void what_the_run_itself_could_not_tell_is_asked_again_but_not_of_what_only_looks()
      throws Exception {
    Plan plan = cutOff(stage.cordon("node-a1").keep(POD));
    outcome(plan, 0, "unknown");
    verified(plan, 0, "cannot-tell");
    verified(plan, 1, "cannot-tell");
    stage.journal.write(new Entry.RunEnded("cordon", plan.fingerprint(), "uncertain", ""));

    assertThat(reconciler.reconcile())
        .extracting(found -> found.verdict().word())
        .containsExactly("does-not-hold");
    assertThat(reconciler.reconcile()).isEmpty();
  }

  private void verified(Plan plan, int index, String word) throws Exception {
    Step step = plan.steps().get(index);
    stage.journal.write(
        new Entry.Verified(
            plan.fingerprint(), step.id().toString(), step.target(), word, "it was not told"));
  }

  @Test
  void a_change_without_its_way_back_on_disk_was_never_sent() throws Exception {
    ObjectRef target = Clusters.miner().object();
    stage.journal.write(
        new Entry.Intent(new Entry.StepNote("f", "S-001", "quarantine-pod", target, "", "", "")));

    assertThat(reconciler.reconcile().getFirst().verdict())
        .isEqualTo(
            new Verdict.DoesNotHold(
                "It was never sent: what takes it back is on disk before, and is not there."));
  }

  @Test
  void whether_a_pod_was_made_to_stand_the_taint_is_read_from_the_pod() throws Exception {
    ObjectRef target = Clusters.miner().object();
    stage.cluster.objects.put(target, "{}");
    Entry.Intent intent =
        new Entry.Intent(new Entry.StepNote("f", "S-001", "tolerate", target, "", "", ""));
    stage.journal.write(intent);
    assertThat(reconciler.reconcile().getFirst().verdict().word()).isEqualTo("does-not-hold");

    stage.journal.write(intent);
    stage.cluster.edit(target, List.of(TaintWords.evacuationTolerated()), Mode.REAL);

    assertThat(reconciler.reconcile().getFirst().verdict().word()).isEqualTo("holds");
  }

  @Test
  void a_restart_of_a_container_that_was_cut_off_cannot_be_told_and_nothing_is_run_again()
      throws Exception {
    cutOff(
        stage.step(
            id -> new DisposeStep.RestartContainer(id, Clusters.miner(), "app", 3, "Always")));

    assertThat(reconciler.reconcile())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.verdict().word()).isEqualTo("cannot-tell");
          assertThat(found.verdict().text()).contains("Restart counts now: ");
        });
    assertThat(stage.cluster.script.sent()).isEmpty();
  }
}
