package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Connections;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.port.PortException;

/** Each change of a containment meets a broken world, and the journal stays true. */
class ContainmentTest {
  private static final ObjectRef POD = Clusters.miner().object();
  private static final ObjectRef POLICY = Quarantine.policy("shop", "case-1");
  private static final String LABEL = FieldEdit.label(Quarantine.KEY);
  private static final String EXIT = "/status/containerStatuses/0/state/terminated/exitCode";

  private final Stage stage = Stage.of(Clusters.shop());

  private Stage labelling() {
    stage.cluster.objects.put(POD, "{}");
    return stage.step(id ->
        new ContainStep.EditFields(
            id,
            POD,
            Purpose.QUARANTINE_POD,
            List.of(new FieldEdit.Value(LABEL, Optional.empty(), Optional.of("\"case-1\""))),
            List.of()));
  }

  private Stage making() {
    return stage.step(id -> new ContainStep.MakePolicy(id, POLICY, "case-1"));
  }

  private Stage probing(boolean after) {
    ContainStep.Probe probe = new ContainStep.Probe("10.0.0.9", 8080, "busybox");
    return stage.step(id -> new ContainStep.ProbeIngress(id, Clusters.miner(), probe, after));
  }

  @Test
  void a_change_is_announced_with_its_way_back_before_it_is_sent() {
    stage.cluster.script.when(
        "edit shop/checkout-6f7d-1",
        () -> assertThat(stage.journal.entries(Entry.WayBack.class)).hasSize(1));

    RunResult result = labelling().run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
    assertThat(TakeBack.read(stage.journal.entries(Entry.WayBack.class).getFirst().how()))
        .contains(
            new TakeBack.Edits(
                POD,
                List.of(new FieldEdit.Value(LABEL, Optional.of("\"case-1\""), Optional.empty()))));
  }

  @Test
  void nothing_is_sent_if_its_way_back_cannot_be_kept() {
    stage.journal.failOn(Entry.WayBack.class::isInstance);

    RunResult result = labelling().run();

    assertThat(result).isInstanceOf(RunResult.JournalLost.class);
    assertThat(stage.cluster.script.sent()).isEmpty();
  }

  @Test
  void what_is_so_already_is_not_sent_and_not_the_case_s_to_take_back() {
    labelling();
    stage.cluster.objects.set(POD, LABEL, "\"case-1\"");

    stage.run();

    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "already-so", "holds");
    assertThat(stage.cluster.script.sent()).isEmpty();
  }

  @Test
  void a_field_that_somebody_else_changed_meanwhile_is_left_and_said() {
    labelling();
    stage.cluster.objects.set(POD, LABEL, "\"theirs\"");

    RunResult result = stage.run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "refused");
    assertThat(stage.cluster.script.sent()).isEmpty();
  }

  @Test
  void an_answer_that_is_lost_after_the_change_is_settled_by_a_fresh_read() {
    stage.cluster.script.loseAnswer("edit shop/checkout-6f7d-1", true);

    RunResult result = labelling().run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "unknown", "holds");
  }

  @Test
  void an_answer_that_is_lost_before_the_change_stays_uncertain() {
    stage.cluster.script.loseAnswer("edit shop/checkout-6f7d-1", false);

    RunResult result = labelling().run();

    assertThat(result).isInstanceOf(RunResult.Uncertain.class);
    assertThat(stage.journal.storyOf("S-001"))
        .containsExactly("intent", "unknown", "does-not-hold");
  }

  @Test
  void a_right_taken_away_midway_stops_that_step_and_no_other() {
    stage.cluster.script.fail("edit shop/checkout-6f7d-1", Script.forbidden());

    RunResult result = labelling().step(id -> new ContainStep.MakePolicy(id, POLICY, "x")).run();

    assertThat(result).isInstanceOf(RunResult.NoAccess.class);
    assertThat(stage.journal.storyOf("S-002")).containsExactly("intent", "done", "holds");
  }

  @Test
  void a_policy_is_journalled_under_the_uid_that_it_was_given() {
    RunResult result = making().run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.entries(Entry.Outcome.class).getFirst().target().uid())
        .isEqualTo("uid-made");
  }

  @Test
  void a_policy_that_is_there_already_is_never_changed() {
    stage.cluster.objects.put(POLICY, "{}");

    RunResult result = making().run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "refused");
  }

  @Test
  void a_policy_whose_answer_was_lost_is_ours_only_by_its_content() {
    stage.cluster.script.loseAnswer("create shop/lazaretto-case-1", true);
    RunResult ours = making().run();
    assertThat(ours).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "unknown", "holds");
  }

  @Test
  void another_policy_of_its_name_is_not_taken_for_it_when_the_answer_is_lost() {
    for (String other :
        List.of(
            Quarantine.manifest(POLICY, "case-2"),
            Quarantine.manifest(POLICY, "case-1").replace(",\"Egress\"", ""),
            Quarantine.manifest(POLICY, "case-1")
                .replace("\"policyTypes\"", "\"ingress\":[{}],\"policyTypes\""),
            Quarantine.manifest(POLICY, "case-1").replace("\"labels\"", "\"annotations\""))) {
      FakeObjects objects = stage.cluster.objects;
      objects.put(POLICY, other);
      assertThat(new PolicyCheck(stage.cluster).of(POLICY, "case-1"))
          .isInstanceOfSatisfying(
              Verdict.DoesNotHold.class,
              not -> assertThat(not.text()).contains("not as the case makes it"));
    }
    stage.cluster.objects.put(POLICY, Quarantine.manifest(POLICY, "case-1"));
    assertThat(new PolicyCheck(stage.cluster).of(POLICY, "case-1"))
        .isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void a_cut_off_change_is_told_by_what_takes_it_back() throws Exception {
    stage.journal.failOn(Entry.Outcome.class::isInstance);
    labelling().run();
    stage.journal.failOn(_ -> false);

    List<Reconciler.Found> found = new Reconciler(stage.cluster, stage.journal).reconcile();

    assertThat(found)
        .singleElement()
        .satisfies(each -> assertThat(each.verdict().word()).isEqualTo("holds"));
  }

  @Test
  void a_probe_that_connected_before_and_not_after_proves_that_new_ones_are_blocked() {
    ObjectRef pod = new ObjectRef("v1", "Pod", "shop", "", "uid-made");
    stage.cluster.script.when(
        "create shop/",
        () ->
            stage.cluster.after(
                java.time.Duration.ofSeconds(1),
                () -> stage.cluster.objects.set(pod, EXIT, born++ == 0 ? "0" : "1")));

    RunResult result = probed().isolating().run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.entries(Entry.Isolated.class))
        .singleElement()
        .satisfies(seen -> {
          assertThat(seen.connections().ingress()).isEqualTo(Connections.State.BLOCKED);
          assertThat(seen.connections().fresh()).isEqualTo(Connections.State.CANNOT_TELL);
        });
    assertThat(stage.cluster.script.sent()).filteredOn(s -> s.startsWith("delete")).hasSize(2);
  }

  private int born;

  private Stage probed() {
    probing(false);
    return probing(true);
  }

  /** A pod that is made connects as long as that many seconds have not passed. */
  private void enforcedAfter(long seconds) {
    ObjectRef pod = new ObjectRef("v1", "Pod", "shop", "", "uid-made");
    java.time.Instant end = stage.time.instant().plusSeconds(seconds);
    stage.cluster.script.when(
        "create shop/",
        () ->
            stage.cluster.after(
                java.time.Duration.ofSeconds(1),
                () ->
                    stage.cluster.objects.set(
                        pod, EXIT, stage.time.instant().isBefore(end) ? "0" : "1")));
  }

  @Test
  void a_probe_is_made_again_until_the_policy_is_in_force_and_says_what_it_waits_for() {
    enforcedAfter(60);
    List<String> waiting = new java.util.ArrayList<>();

    RunResult result =
        probed().isolating().run(stage.time.timing(), Listening.toWaits(waiting::add));

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(waiting).isNotEmpty().allMatch(text -> text.contains("(T-30)"));
    assertThat(stage.journal.entries(Entry.Isolated.class).getFirst().connections().ingress())
        .isEqualTo(Connections.State.BLOCKED);
    assertThat(stage.journal.entries(Entry.Verified.class).getLast().text())
        .contains("Tried")
        .contains("pods were removed");
    assertThat(stage.cluster.script.sent())
        .filteredOn(s -> s.startsWith("create"))
        .hasSizeLessThan(12);
    assertThat(stage.cluster.objects.fields(new ObjectRef("v1", "Pod", "shop", "", ""), List.of()))
        .isEmpty();
  }

  @Test
  void a_policy_that_never_comes_into_force_is_open_after_five_minutes() {
    enforcedAfter(9_999);
    java.time.Instant begun = stage.time.instant();

    RunResult result = probed().isolating().run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(stage.journal.storyOf("S-002")).containsExactly("intent", "done", "does-not-hold");
    assertThat(java.time.Duration.between(begun, stage.time.instant()))
        .isBetween(java.time.Duration.ofMinutes(5), java.time.Duration.ofMinutes(6));
    assertThat(stage.journal.entries(Entry.Isolated.class).getFirst().connections().fresh())
        .isEqualTo(Connections.State.OPEN);
  }

  @Test
  void a_responder_who_stops_the_run_ends_the_waiting_and_no_pod_is_left() {
    enforcedAfter(9_999);
    java.time.Instant begun = stage.time.instant();

    probed()
        .isolating()
        .run(stage.time.timing(), Listening.toWaits(_ -> stage.cancellation.cancel()));

    assertThat(java.time.Duration.between(begun, stage.time.instant()))
        .isLessThan(java.time.Duration.ofSeconds(10));
    assertThat(stage.journal.storyOf("S-002")).containsExactly("intent", "done", "does-not-hold");
    assertThat(stage.cluster.script.sent()).filteredOn(s -> s.startsWith("delete")).hasSize(2);
  }

  @Test
  void a_probe_that_cannot_be_made_again_tells_nothing() {
    enforcedAfter(9_999);
    java.util.concurrent.atomic.AtomicBoolean broken =
        new java.util.concurrent.atomic.AtomicBoolean();

    probed()
        .isolating()
        .run(
            stage.time.timing(),
            Listening.toWaits(_ -> {
              if (broken.compareAndSet(false, true)) {
                stage.cluster.script.fail("create shop/", Script.forbidden());
              }
            }));

    assertThat(stage.journal.storyOf("S-002")).containsExactly("intent", "done", "cannot-tell");
    assertThat(stage.journal.entries(Entry.Isolated.class).getFirst().connections().ingress())
        .isEqualTo(Connections.State.CANNOT_TELL);
  }

  @Test
  void an_isolation_without_any_try_says_why_nothing_can_be_told() {
    labelling().isolating().run();

    assertThat(stage.journal.entries(Entry.Isolated.class))
        .singleElement()
        .satisfies(seen -> {
          assertThat(seen.connections().fresh()).isEqualTo(Connections.State.CANNOT_TELL);
          assertThat(seen.connections().established()).isEqualTo(Connections.State.CANNOT_TELL);
          assertThat(seen.connections().how()).contains("No probe").contains("T-35");
        });
  }

  @Test
  void a_probe_that_never_ends_tells_nothing_and_is_removed() {
    RunResult result = probing(false).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "cannot-tell");
    assertThat(stage.cluster.script.sent()).contains("delete shop/");
  }

  @Test
  void a_suspect_that_is_gone_before_it_is_deleted_is_so_already() {
    RunResult result =
        stage.step(id -> new DisposeStep.DeletePod(id, gone(), gone().object())).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "already-so", "holds");
  }

  private static org.lazaretto.model.PodRef gone() {
    return new org.lazaretto.model.PodRef("shop", "gone", "uid-gone");
  }

  private static final org.lazaretto.model.PodRef LEFT =
      new org.lazaretto.model.PodRef("shop", "lazaretto-probe-x7", "uid-left");

  private Stage removing() {
    return stage.step(id -> new ContainStep.RemoveProbe(id, LEFT));
  }

  @Test
  void a_probe_s_pod_that_was_left_is_removed_and_read_again() {
    stage.cluster.objects.put(LEFT.object(), "{}");

    RunResult result = removing().run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
    assertThat(stage.cluster.script.sent()).contains("delete shop/lazaretto-probe-x7");
  }

  @Test
  void a_probe_s_pod_that_went_meanwhile_is_so_already() {
    assertThat(removing().run()).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "already-so", "holds");
  }

  @Test
  void a_probe_s_pod_that_may_not_be_removed_is_left_and_said() {
    stage.cluster.objects.put(LEFT.object(), "{}");
    stage.cluster.script.fail("delete shop/lazaretto-probe-x7", Script.forbidden());

    assertThat(removing().run()).isInstanceOf(RunResult.NoAccess.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "refused");
  }

  @Test
  void what_removes_a_probe_s_pods_is_on_disk_before_it_is_made() {
    stage.cluster.script.when(
        "create shop/",
        () ->
            assertThat(stage.journal.entries(Entry.WayBack.class))
                .extracting(way -> TakeBack.read(way.how()).orElseThrow())
                .containsExactly(
                    new TakeBack.RemoveProbes(
                        new ObjectRef("v1", "Pod", "shop", "", ""), Clusters.miner().uid())));

    probing(false).run();

    assertThat(stage.journal.entries(Entry.WayBack.class)).hasSize(1);
  }

  @Test
  void a_deletion_that_is_refused_ends_nothing() {
    stage.cluster.objects.put(POD, "{}");
    stage.cluster.script.fail(
        "delete shop/checkout-6f7d-1",
        new PortException(PortException.Kind.CONFLICT, "the UID in the precondition differs"));

    RunResult result = stage.step(id -> new DisposeStep.DeletePod(id, Clusters.miner(), POD)).run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "refused");
  }

  @Test
  void a_taint_is_not_set_while_what_is_to_stay_does_not_stand_it() {
    stage.cluster.script.fail("edit shop/checkout-6f7d-1", Script.forbidden());
    ObjectRef node = stage.before.node("node-a1").orElseThrow().object();
    stage.cluster.objects.put(node, "{}");

    labelling()
        .step(id ->
            new ContainStep.EditFields(
                id,
                node,
                Purpose.EXPEL,
                List.of(new FieldEdit.Item("/spec/taints", "{\"key\":\"x\"}", true)),
                List.of()))
        .run();

    assertThat(stage.journal.storyOf("S-002")).containsExactly("not-started");
    assertThat(stage.cluster.script.sent()).isEmpty();
  }
}
