package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.StepId;

class ApproverTest {
  private static final String WEB = "shop/web-6f7d-1";
  private static final String POD = "/api/v1/namespaces/shop/pods/checkout-6f7d-1";

  private final Stage stage = Stage.of(Clusters.cordonedShop());

  private static Finding stop(String id) {
    return new Finding(id, Severity.STOP, List.of(), List.of(), "it will break", "do not");
  }

  private static Finding of(String id, ObjectRef object) {
    return new Finding(id, Severity.STOP, List.of(object), List.of(), "it will break", "do not");
  }

  private static Waiver waive(String id) {
    return new Waiver(id, List.of(), "the harm is going on");
  }

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
  void a_reason_written_for_a_plan_on_paper_is_journalled_once_and_approves_nothing()
      throws Exception {
    Plan plan = stage.cordon("node-a1").plan().with(List.of(stop("T-44")), Optional.empty());
    Approver approver = new Approver(stage.cluster, stage.journal);

    assertThat(approver.handOver(plan, List.of())).extracting(HoldReason::id).contains("T-44");
    assertThat(approver.handOver(plan, List.of(waive("T-44")))).isEmpty();
    assertThat(approver.handOver(plan, List.of(waive("T-44")))).isEmpty();

    assertThat(stage.journal.entries(Entry.Waived.class))
        .containsExactly(
            new Entry.Waived(plan.fingerprint(), "T-44", "the harm is going on", true));
    assertThat(stage.journal.entries(Entry.Approved.class)).isEmpty();
    assertThat(stage.journal.entries(Entry.Held.class)).isEmpty();
  }

  @Test
  void an_approval_binds_to_the_fingerprint_and_is_journalled_with_its_findings() throws Exception {
    Finding warn =
        new Finding("T-18", Severity.WARN, List.of(), List.of(), "a budget is full", "wait");
    Plan plan = stage.cordon("node-a1").plan().with(List.of(warn), Optional.empty());

    ApprovalResult result = approve(stage, plan);

    assertThat(result)
        .isInstanceOfSatisfying(
            ApprovalResult.Granted.class,
            g -> assertThat(g.approval().fingerprint()).isEqualTo(plan.fingerprint()));
    assertThat(stage.journal.entries(Entry.Approved.class))
        .containsExactly(
            new Entry.Approved(
                "evacuate",
                plan.fingerprint(),
                1,
                List.of(new Entry.FindingNote("T-18", "warn", "a budget is full", "wait"))));
  }

  @Test
  void a_fingerprint_of_another_plan_holds_and_the_hold_is_journalled() throws Exception {
    Plan plan = stage.cordon("node-a1").plan();

    ApprovalResult result =
        new Approver(stage.cluster, stage.journal).approve(plan, "f".repeat(64), List.of());

    assertThat(held(result)).containsExactly("fingerprint");
    assertThat(stage.journal.entries(Entry.Held.class)).hasSize(1);
    assertThat(stage.journal.entries(Entry.Approved.class)).isEmpty();
  }

  @Test
  void a_stop_holds_until_it_is_waived_with_a_reason() throws Exception {
    Plan plan = stage.cordon("node-a1").plan().with(List.of(stop("T-10")), Optional.empty());

    assertThat(held(approve(stage, plan))).containsExactly("T-10");
    assertThat(held(approve(stage, plan, new Waiver("T-10", List.of(), "  "))))
        .containsExactly("T-10");
    assertThat(approve(stage, plan, waive("T-10"))).isInstanceOf(ApprovalResult.Granted.class);
    assertThat(stage.journal.entries(Entry.Waived.class))
        .containsExactly(
            new Entry.Waived(plan.fingerprint(), "T-10", "the harm is going on", true));
  }

  @Test
  void a_reason_read_for_one_pod_does_not_cover_another_pod_under_the_same_id() throws Exception {
    ObjectRef one = stage.pod(WEB).object();
    ObjectRef other = stage.pod("shop/web-6f7d-2").object();
    Plan shown = stage.cordon("node-a1").plan().with(List.of(of("T-10", one)), Optional.empty());
    List<Waiver> given = Waiver.shownBy(shown, "T-10", "agreed");
    Plan later = shown.with(List.of(of("T-10", one), of("T-10", other)), Optional.empty());

    ApprovalResult result = approve(stage, later, given.toArray(Waiver[]::new));

    assertThat(held(result)).containsExactly("T-10");
    HoldReason open = ((ApprovalResult.Held) result).reasons().getFirst();
    assertThat(open.objects()).containsExactly(other);
    assertThat(open.text()).endsWith("was read for other objects, and does not cover this.");
    assertThat(stage.journal.entries(Entry.Waived.class)).isEmpty();
  }

  @Test
  void one_reason_for_an_id_is_journalled_for_each_finding_with_its_objects() throws Exception {
    ObjectRef one = stage.pod(WEB).object();
    ObjectRef other = stage.pod("shop/web-6f7d-2").object();
    List<Finding> findings = List.of(of("T-10", one), of("T-10", other), of("T-44", one));
    Plan plan = stage.cordon("node-a1").plan().with(findings, Optional.empty());

    List<Waiver> given = new ArrayList<>(Waiver.shownBy(plan, "T-10", "agreed"));
    given.addAll(Waiver.shownBy(plan, "T-44", "agreed too"));
    assertThat(approve(stage, plan, given.toArray(Waiver[]::new)))
        .isInstanceOf(ApprovalResult.Granted.class);

    String print = plan.fingerprint();
    assertThat(stage.journal.entries(Entry.Waived.class))
        .containsExactly(
            new Entry.Waived(print, "T-10", List.of(one), "agreed", true),
            new Entry.Waived(print, "T-10", List.of(other), "agreed", true),
            new Entry.Waived(print, "T-44", List.of(one), "agreed too", true));
  }

  @Test
  void a_reason_that_names_a_namesake_with_another_uid_holds() throws Exception {
    ObjectRef one = stage.pod(WEB).object();
    ObjectRef before =
        new ObjectRef(one.apiVersion(), one.kind(), one.namespace(), one.name(), "uid-before");
    Plan plan = stage.cordon("node-a1").plan().with(List.of(of("T-10", one)), Optional.empty());

    assertThat(held(approve(stage, plan, new Waiver("T-10", List.of(before), "agreed"))))
        .containsExactly("T-10");
    assertThat(held(approve(stage, plan, waive("T-10")))).containsExactly("T-10");
  }

  @Test
  void a_reason_as_long_as_a_document_is_refused_and_a_hostile_one_is_kept_as_written()
      throws Exception {
    Plan plan = stage.cordon("node-a1").plan().with(List.of(stop("T-10")), Optional.empty());
    String hostile = "\u202e</td><script>\n\"}\u0000";

    assertThat(held(approve(stage, plan, new Waiver("T-10", List.of(), "x".repeat(4_001)))))
        .containsExactly("T-10");
    assertThat(approve(stage, plan, new Waiver("T-10", List.of(), hostile)))
        .isInstanceOf(ApprovalResult.Granted.class);
    assertThat(stage.journal.entries(Entry.Waived.class).getFirst().reason()).isEqualTo(hostile);
  }

  @Test
  void doubled_and_unneeded_waivers_are_accepted_and_journalled_as_such() throws Exception {
    Plan plan = stage.cordon("node-a1").plan().with(List.of(stop("T-10")), Optional.empty());

    ApprovalResult result =
        approve(stage, plan, waive("T-10"), waive("T-10"), waive("T-12b"), waive("E-memory"));

    assertThat(result).isInstanceOf(ApprovalResult.Granted.class);
    assertThat(stage.journal.entries(Entry.Waived.class))
        .extracting(Entry.Waived::needed)
        .containsExactly(true, false, false, false);
  }

  @Test
  void some_stops_cannot_be_waived() throws Exception {
    Plan plan = stage.cordon("node-a1").plan().with(List.of(stop("T-43")), Optional.empty());

    assertThat(held(approve(stage, plan, waive("T-43")))).containsExactly("T-43");
  }

  @Test
  void a_waiver_of_nothing_that_exists_is_refused() throws Exception {
    Plan plan = stage.cordon("node-a1").plan();

    assertThat(held(approve(stage, plan, waive("E-memry")))).containsExactly("E-memry");
  }

  @Test
  void a_plan_or_a_case_of_another_cluster_is_held_and_cannot_be_waived() throws Exception {
    Plan plan = stage.cordon("node-a1").plan();
    stage.cluster.answeringUid = "uid-of-another";

    assertThat(held(approve(stage, plan, waive("T-42")))).containsExactly("T-42", "T-42");
  }

  @Test
  void a_case_stays_bound_to_the_cluster_that_it_met_first() throws Exception {
    stage.journal.caseIsAbout("");
    stage.journal.write(new Entry.ClusterBound("uid-first", "first", "https://a", "v1.35", "me"));
    stage.journal.write(
        new Entry.ClusterBound(Clusters.IDENTITY.uid(), "second", "https://b", "v1.35", "me"));

    assertThat(held(approve(stage, stage.cordon("node-a1").plan()))).containsExactly("T-42");
  }

  @Test
  void a_cluster_that_does_not_answer_grants_nothing() throws Exception {
    stage.cluster.script.fail("identity", Script.unreachable());

    assertThat(approve(stage, stage.cordon("node-a1").plan()))
        .isEqualTo(new ApprovalResult.NoAccess("connection refused"));
  }

  @Test
  void an_approval_that_cannot_be_written_is_none() {
    stage.journal.failOn(Entry.Approved.class::isInstance);
    Plan plan = stage.cordon("node-a1").plan();

    assertThatThrownBy(() -> approve(stage, plan)).isInstanceOf(JournalException.class);
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

  @Test
  void a_plan_that_only_reads_needs_nobodys_approval_but_the_right_cluster() throws Exception {
    Approver approver = new Approver(stage.cluster, stage.journal);
    assertThat(approver.reading(stage.keep(POD).plan())).isInstanceOf(ApprovalResult.Granted.class);

    stage.journal.caseIsAbout("uid-of-another");
    assertThat(held(approver.reading(stage.plan()))).containsExactly("T-42");
    Plan changing = stage.cordon("node-a1").plan();
    assertThatThrownBy(() -> approver.reading(changing))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
