package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalException;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.StepId;

/** What of a suspect is not kept yet holds an approval, pod by pod. */
class GuardedApprovalTest {
  private static final String WEB = "shop/web-6f7d-1";
  private static final String POD = "/api/v1/namespaces/shop/pods/checkout-6f7d-1";

  private final Stage stage = Stage.of(Clusters.cordonedShop());

  private static ApprovalResult approve(Stage stage, Plan plan, Waiver... waivers)
      throws JournalException {
    return new Approver(stage.cluster, stage.journal)
        .approve(plan, plan.fingerprint(), List.of(waivers));
  }

  private static List<String> held(ApprovalResult result) {
    assertThat(result).isInstanceOf(ApprovalResult.Held.class);
    return ((ApprovalResult.Held) result).reasons().stream().map(HoldReason::id).toList();
  }

  @Test
  void an_evacuation_is_held_until_the_suspect_is_frozen() throws Exception {
    Plan plan = stage.evict(WEB).plan();
    assertThat(held(approve(stage, plan))).containsExactly("E-api-state");

    Stage freeze = Stage.of(Clusters.cordonedShop()).keep(POD);
    freeze.runInto(stage.journal);

    assertThat(approve(stage, plan)).isInstanceOf(ApprovalResult.Granted.class);
  }

  @Test
  void the_guard_is_waived_by_its_class_for_its_pod() throws Exception {
    Plan plan = stage.evict(WEB).plan();

    Waiver frozen = new Waiver("E-api-state", List.of(Clusters.miner().object()), "known");
    assertThat(approve(stage, plan, frozen)).isInstanceOf(ApprovalResult.Granted.class);
  }

  @Test
  void evidence_of_a_namesake_does_not_satisfy_the_guard() throws Exception {
    Stage other = Stage.of(Clusters.cordonedShop());
    other.keep(POD).runInto(stage.journal, "uid-of-its-predecessor");

    assertThat(held(approve(stage, stage.evict(WEB).plan()))).containsExactly("E-api-state");
  }

  @Test
  void a_cordon_destroys_nothing_and_is_not_held() throws Exception {
    assertThat(approve(stage, stage.cordon("node-a1").plan()))
        .isInstanceOf(ApprovalResult.Granted.class);
  }

  @Test
  void a_sibling_of_the_suspect_is_evidence_too() throws Exception {
    Stage.of(Clusters.cordonedShop()).keep(POD).runInto(stage.journal);

    ApprovalResult result = approve(stage, stage.evict("shop/checkout-6f7d-2").plan());

    assertThat(held(result)).containsExactly("E-api-state");
    assertThat(((ApprovalResult.Held) result).reasons().getFirst().text())
        .contains("shop/checkout-6f7d-2");
  }

  @Test
  void a_step_that_hits_the_suspect_itself_needs_every_class_it_destroys() throws Exception {
    Stage.of(Clusters.cordonedShop()).keep(POD).runInto(stage.journal);

    assertThat(held(approve(stage, stage.restart("shop/checkout-6f7d-2").plan())))
        .containsExactly("E-api-state", "E-memory", "E-processes", "E-container-layer");
  }

  @Test
  void a_pod_that_the_case_marked_counts_as_a_suspect_in_every_plan() throws Exception {
    Stage.of(Clusters.cordonedShop()).keep(POD).runInto(stage.journal);
    stage.journal.write(
        new Entry.SuspectMarked(stage.pod(WEB).ref(), "node-a1", "it talks to the same host"));

    assertThat(held(approve(stage, stage.evict(WEB).plan())))
        .containsExactly("E-api-state", "E-memory", "E-processes", "E-container-layer");
  }

  @Test
  void a_restart_that_replaces_a_suspect_of_the_case_elsewhere_is_held_for_it() throws Exception {
    Stage.of(Clusters.cordonedShop()).keep(POD).runInto(stage.journal);
    stage.journal.write(
        new Entry.SuspectMarked(stage.pod("shop/web-6f7d-2").ref(), "node-a2", "it mines too"));

    ApprovalResult result = approve(stage, stage.restart(WEB).plan());

    assertThat(held(result))
        .containsExactly("E-api-state", "E-memory", "E-processes", "E-container-layer");
    assertThat(((ApprovalResult.Held) result).reasons().getFirst().text())
        .contains("shop/web-6f7d-2");
  }

  @Test
  void a_mark_that_was_taken_back_guards_nothing_any_more() throws Exception {
    Stage.of(Clusters.cordonedShop()).keep(POD).runInto(stage.journal);
    stage.journal.write(new Entry.SuspectMarked(stage.pod(WEB).ref(), "node-a1", "by mistake"));
    stage.journal.write(new Entry.SuspectCleared(stage.pod(WEB).ref(), "it is a load test"));

    assertThat(approve(stage, stage.evict(WEB).plan())).isInstanceOf(ApprovalResult.Granted.class);
  }

  @Test
  void what_is_disposed_of_is_evidence_in_every_class_marked_or_not() throws Exception {
    Stage.of(Clusters.cordonedShop()).keep(POD).runInto(stage.journal);
    PodRef sibling = stage.pod("shop/checkout-6f7d-2").ref();
    Plan plan =
        Plan.of(
            Clusters.IDENTITY,
            new Request.Dispose(List.of(Clusters.miner()), Disposal.SCALE),
            List.of(
                new DisposeStep.ScaleToZero(
                    new StepId(1),
                    ObservedKind.DEPLOYMENT.ref("shop", "checkout", "uid-deployment-shop-checkout"),
                    2,
                    List.of(Clusters.miner(), sibling))));

    ApprovalResult result = approve(stage, plan);

    assertThat(held(result))
        .containsExactly("E-api-state", "E-memory", "E-processes", "E-container-layer");
    assertThat(((ApprovalResult.Held) result).reasons().get(1).text())
        .contains(Clusters.miner().path())
        .contains("shop/checkout-6f7d-2");
  }

  @Test
  void memory_waived_for_one_pod_is_held_for_the_other_by_name() throws Exception {
    PodRef web = stage.pod(WEB).ref();
    Plan plan =
        Plan.of(
            Clusters.IDENTITY,
            new Request.Dispose(List.of(Clusters.miner(), web), Disposal.PODS),
            List.of(delete(1, Clusters.miner()), delete(2, web)));
    List<Waiver> given = new ArrayList<>();
    for (EvidenceClass kind : EvidenceClass.values()) {
      List<Waiver> all = Waiver.shownBy(plan, kind.guard(), "agreed");
      given.addAll(kind == EvidenceClass.MEMORY ? List.of() : all);
    }
    given.add(new Waiver("E-memory", List.of(web.object()), "no tool"));

    ApprovalResult result = approve(stage, plan, given.toArray(Waiver[]::new));

    assertThat(held(result)).containsExactly("E-memory");
    assertThat(((ApprovalResult.Held) result).reasons().getFirst().objects())
        .containsExactly(Clusters.miner().object());
    assertThat(new Approver(stage.cluster, stage.journal).uncaptured(plan))
        .filteredOn(reason -> reason.id().equals("E-memory"))
        .extracting(HoldReason::objects)
        .containsExactly(List.of(Clusters.miner().object()), List.of(web.object()));

    given.addAll(Waiver.shownBy(plan, "E-memory", "the harm is greater"));
    assertThat(approve(stage, plan, given.toArray(Waiver[]::new)))
        .isInstanceOf(ApprovalResult.Granted.class);
    assertThat(stage.journal.entries(Entry.Waived.class))
        .filteredOn(waived -> waived.id().equals("E-memory"))
        .extracting(Entry.Waived::objects, Entry.Waived::reason)
        .containsExactly(
            tuple(List.of(web.object()), "no tool"),
            tuple(List.of(Clusters.miner().object()), "the harm is greater"));
  }

  private static DisposeStep delete(int number, PodRef pod) {
    ObjectRef owner = ObservedKind.DEPLOYMENT.ref("shop", "checkout", "uid-owner");
    return new DisposeStep.DeletePod(new StepId(number), pod, owner);
  }

  @Test
  void a_suspect_that_is_gone_ties_nothing() throws Exception {
    Stage.of(Clusters.cordonedShop()).keep(POD).runInto(stage.journal);
    stage.cluster.change(s -> s.without(ObservedKind.POD, List.of(Clusters.miner().uid())));

    assertThat(approve(stage, stage.evict("shop/checkout-6f7d-2").plan()))
        .isInstanceOf(ApprovalResult.Granted.class);
  }
}
