package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Propagation;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.port.PortException;

/** What ends for good meets a broken world: nothing ends in vain, and the journal stays true. */
class DisposalTest {
  private static final ObjectRef POD = Clusters.miner().object();
  private static final ObjectRef DEPLOYMENT =
      new ObjectRef("apps/v1", "Deployment", "shop", "checkout", "uid-deployment");
  private static final ObjectRef SET =
      new ObjectRef("apps/v1", "ReplicaSet", "shop", "checkout-6f7d", "uid-set");

  private static final String GONE = "Read again: nothing of this UID is there.";

  private final Stage stage = Stage.of(Clusters.shop());

  private Stage orphaning() {
    List.of(POD, DEPLOYMENT, SET).forEach(each -> stage.cluster.objects.put(each, "{}"));
    return stage
        .step(id -> new DisposeStep.DeleteOwner(id, DEPLOYMENT, Propagation.ORPHAN, List.of()))
        .step(id -> new DisposeStep.DeleteOwner(id, SET, Propagation.ORPHAN, List.of()))
        .step(id -> new DisposeStep.DeletePod(id, Clusters.miner(), POD));
  }

  @Test
  void what_is_to_be_orphaned_is_left_alone_while_its_owner_stands() {
    stage.cluster.script.fail("delete shop/checkout", Script.forbidden());

    RunResult result = orphaning().run();

    assertThat(result).isInstanceOf(RunResult.NoAccess.class);
    assertThat(stage.journal.storyOf("S-002")).containsExactly("not-started");
    assertThat(stage.journal.storyOf("S-003")).containsExactly("not-started");
    assertThat(stage.cluster.script.sent()).isEmpty();
  }

  @Test
  void of_an_owner_that_leaves_its_pods_only_the_owner_is_said_to_be_gone() {
    orphaning().run();

    assertThat(stage.journal.entries(Entry.Verified.class))
        .extracting(Entry.Verified::text)
        .startsWith(GONE, GONE);
  }

  @Test
  void a_pod_that_is_deleted_alone_is_not_held_up_by_other_owners() {
    ObjectRef owner = new ObjectRef("apps/v1", "StatefulSet", "shop", "db", "uid-db");
    stage.cluster.objects.put(POD, "{}");
    stage.cluster.objects.put(DEPLOYMENT, "{}");
    stage.cluster.script.fail("delete shop/checkout", Script.forbidden());

    stage
        .step(id -> new DisposeStep.DeleteOwner(id, DEPLOYMENT, Propagation.FOREGROUND, List.of()))
        .step(id -> new DisposeStep.DeletePod(id, Clusters.miner(), owner))
        .run();

    assertThat(stage.cluster.script.sent()).containsExactly("delete shop/checkout-6f7d-1");
  }

  @Test
  void a_pod_whose_name_another_one_has_was_gone_already() {
    PodRef gone = new PodRef("shop", "gone-0", "uid-before");
    stage.cluster.objects.put(new ObjectRef("v1", "Pod", "shop", "gone-0", "uid-after"), "{}");
    stage.cluster.script.fail("delete shop/gone-0", uidDiffers());

    stage.step(id -> new DisposeStep.DeletePod(id, gone, gone.object())).run();

    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "already-so", "holds");
  }

  private static PortException uidDiffers() {
    return new PortException(PortException.Kind.CONFLICT, "the UID in the precondition differs");
  }

  @Test
  void a_deletion_that_never_arrived_is_not_waited_for_as_if_it_had() {
    stage.cluster.objects.put(POD, "{}");
    stage.cluster.script.loseAnswer("delete shop/checkout-6f7d-1", false);
    Instant before = stage.time.instant();

    RunResult result = stage.step(id -> new DisposeStep.DeletePod(id, Clusters.miner(), POD)).run();

    assertThat(result).isInstanceOf(RunResult.Uncertain.class);
    assertThat(stage.journal.storyOf("S-001"))
        .containsExactly("intent", "unknown", "does-not-hold");
    assertThat(Duration.between(before, stage.time.instant())).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void a_deletion_that_has_begun_is_waited_for_though_its_answer_was_lost() {
    stage.cluster.objects.put(POD, "{}");
    stage.cluster.objects.set(POD, "/metadata/deletionTimestamp", "\"2026-11-21T10:00:00Z\"");
    stage.cluster.script.loseAnswer("delete shop/checkout-6f7d-1", false);
    stage.cluster.after(
        Duration.ofSeconds(25),
        () ->
            stage.cluster.change(now ->
                now.without(
                    org.lazaretto.model.ObservedKind.POD, List.of(Clusters.miner().uid()))));

    RunResult result = stage.step(id -> new DisposeStep.DeletePod(id, Clusters.miner(), POD)).run();

    assertThat(result).as(result.steps().toString()).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "unknown", "holds");
  }
}
