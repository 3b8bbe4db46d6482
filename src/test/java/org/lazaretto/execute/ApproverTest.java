package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalException;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Plan;

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
