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
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.TakeBack;

/** What a probe tells of an isolation, and that no probe's pod is left behind. */
class ProbedContainmentTest {
  private static final ObjectRef POD = Clusters.miner().object();
  private static final String LABEL = FieldEdit.label(Quarantine.KEY);
  private static final PodRef LEFT = new PodRef("shop", "lazaretto-probe-x7", "uid-left");
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

  private Stage probing(boolean after) {
    ContainStep.Probe probe = new ContainStep.Probe("10.0.0.9", 8080, "busybox");
    return stage.step(id -> new ContainStep.ProbeIngress(id, Clusters.miner(), probe, after));
  }

  private Stage removing() {
    return stage.step(id -> new ContainStep.RemoveProbe(id, LEFT));
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
}
