package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
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
  void a_suspect_that_is_gone_before_it_is_deleted_is_so_already() {
    RunResult result =
        stage.step(id -> new DisposeStep.DeletePod(id, gone(), gone().object())).run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "already-so", "holds");
  }

  private static PodRef gone() {
    return new org.lazaretto.model.PodRef("shop", "gone", "uid-gone");
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
