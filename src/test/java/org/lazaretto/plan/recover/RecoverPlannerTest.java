package org.lazaretto.plan.recover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.model.PodShape;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.ContainerId;
import org.lazaretto.plan.ContainerId.Engine;
import org.lazaretto.plan.DisposeStep.Kept;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.TakeBack;

/** The way back: last change first, nobody else's change overwritten unseen. */
class RecoverPlannerTest {
  private static final ObjectRef SERVICE = ObservedKind.SERVICE.ref("shop", "web", "uid-web");
  private static final ObjectRef NODE = ObservedKind.NODE.ref("", "n1", "uid-node-n1");
  private static final PodRef BAD = new PodRef("a", "bad", "uid-pod-a-bad");
  private static final Kept KEPT = new Kept("app", "Always", false);
  private static final String LABEL = "/metadata/labels/status";
  private static final String SELECTOR = "/spec/selector/x";

  private static ClusterSnapshot seen() {
    return new ClusterBuilder().node("n1", "z1").build();
  }

  private static Applied closed() {
    FieldEdit back = new FieldEdit.Value(SELECTOR, Optional.of("\"y\""), Optional.empty());
    return new Applied(7, "Close Service shop/web", "close-service", edits(SERVICE, back));
  }

  private static Applied cordoned() {
    FieldEdit back =
        new FieldEdit.Value("/spec/unschedulable", Optional.of("true"), Optional.empty());
    return new Applied(3, "Cordon n1", "cordon-node", edits(NODE, back));
  }

  private static TakeBack.Edits edits(ObjectRef target, FieldEdit... edits) {
    return new TakeBack.Edits(target, List.of(edits));
  }

  private static Map<ObjectRef, LiveFields> live(String selector) {
    return Map.of(
        SERVICE, new LiveFields(SERVICE, Map.of(SELECTOR, selector)),
        NODE, new LiveFields(NODE, Map.of("/spec/unschedulable", "true")));
  }

  private static History history(Map<ObjectRef, LiveFields> live) {
    return new History(List.of(cordoned(), closed()), Map.of(BAD, "n1"), live);
  }

  private static Request.Recover request(String... leave) {
    return new Request.Recover(List.of(BAD), "patched", List.of(leave));
  }

  private static Plan plan(ClusterSnapshot seen, Request.Recover request, History history) {
    return Planned.of(RecoverPlanner.plan(seen, request, history));
  }

  private static List<String> ids(Plan plan) {
    return plan.findings().stream().map(Finding::id).toList();
  }

  @Test
  void one_step_stays_while_the_others_at_its_object_are_taken_back() {
    FieldEdit label = new FieldEdit.Value(LABEL, Optional.of("\"quarantine\""), Optional.empty());
    Applied labelled = new Applied(5, "Label n1", "quarantine-node", edits(NODE, label));
    LiveFields node =
        new LiveFields(NODE, Map.of("/spec/unschedulable", "true", LABEL, "\"quarantine\""));
    History history =
        new History(List.of(cordoned(), labelled), Map.of(BAD, "n1"), Map.of(NODE, node));

    Plan plan = plan(seen(), request("3"), history);

    assertThat(plan.steps())
        .singleElement()
        .isInstanceOfSatisfying(
            ContainStep.EditFields.class,
            edit -> assertThat(edit.edits()).extracting(FieldEdit::pointer).containsExactly(LABEL));
    assertThat(plan.fingerprint()).isNotEqualTo(plan(seen(), request(), history).fingerprint());
    assertThat(RecoverPlanner.plan(seen(), request("/Node/n1"), history))
        .isInstanceOf(PlanResult.CannotPlan.class);
  }

  @Test
  void a_line_at_which_no_change_stands_is_a_slip_and_plans_nothing() {
    for (String slip : List.of("4", "-3", "3 ", "n1", "", "9".repeat(40), "\u202e3")) {
      assertThat(RecoverPlanner.plan(seen(), request(slip), history(live("\"y\""))))
          .isInstanceOfSatisfying(
              PlanResult.CannotPlan.class,
              cannot ->
                  assertThat(cannot.reasons().getFirst())
                      .contains("or the journal line of a step that still stands")
                      .doesNotContain("\u202e"));
    }
  }

  @Test
  void the_last_change_is_taken_back_first() {
    Plan plan = plan(seen(), request(), history(live("\"y\"")));
    assertThat(plan.steps()).extracting(Actions::word).containsExactly("restore", "uncordon");
    assertThat(((ContainStep.EditFields) plan.steps().getFirst()).edits())
        .containsExactly(new FieldEdit.Value(SELECTOR, Optional.of("\"y\""), Optional.empty()));
  }

  @Test
  void what_somebody_else_changed_is_shown_and_stops_the_plan() {
    Plan plan = plan(seen(), request(), history(live("\"z\"")));
    assertThat(plan.findings())
        .filteredOn(finding -> finding.id().equals("R-01"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.waivable()).isTrue();
          assertThat(finding.text()).contains("\"y\"").contains("\"z\"").contains("nothing before");
        });
    assertThat(((ContainStep.EditFields) plan.steps().getFirst()).edits())
        .containsExactly(new FieldEdit.Value(SELECTOR, Optional.of("\"z\""), Optional.empty()));
  }

  @Test
  void an_object_that_is_to_be_left_is_left() {
    Plan plan = plan(seen(), request("shop/Service/web"), history(live("\"z\"")));
    assertThat(plan.steps()).extracting(Actions::word).containsExactly("uncordon");
    assertThat(ids(plan)).doesNotContain("R-01");
  }

  private static Pod labelled(Pod pod, String suspect) {
    return new Pod(
        pod.ref(),
        pod.node(),
        pod.status(),
        pod.shape(),
        pod.controller(),
        Map.of("app.kubernetes.io/managed-by", "lazaretto", "lazaretto-probe-of", suspect),
        pod.mirror());
  }

  private static ClusterBuilder probed(String name, String suspect) {
    return new ClusterBuilder()
        .node("n1", "z1")
        .bare("a", name, Template.of("probe"), "n1")
        .pod("a/" + name, pod -> labelled(pod, suspect));
  }

  private static List<String> steps(ClusterBuilder cluster, String... leave) {
    TakeBack probes = new TakeBack.RemoveProbes(ObservedKind.POD.ref("a", "", ""), BAD.uid());
    Applied tried = new Applied(9, "Try to connect to a/bad", "probe-ingress", probes);
    History history = new History(List.of(cordoned(), tried), Map.of(BAD, "n1"), live("\"y\""));
    return plan(cluster.build(), request(leave), history).steps().stream()
        .map(step -> Actions.word(step) + " " + step.target().name())
        .toList();
  }

  @Test
  void a_probe_s_pod_that_is_left_is_removed_and_one_that_is_gone_is_not_spoken_of() {
    assertThat(steps(probed("lazaretto-probe-x7", BAD.uid())))
        .containsExactly("remove-probe lazaretto-probe-x7", "uncordon n1");
    assertThat(steps(new ClusterBuilder().node("n1", "z1"))).containsExactly("uncordon n1");
  }

  @Test
  void only_what_carries_the_name_and_the_label_of_the_suspect_s_probes_is_removed() {
    assertThat(steps(probed("lazaretto-probe-x7", "uid-other"))).containsExactly("uncordon n1");
    assertThat(steps(probed("x7", BAD.uid()))).containsExactly("uncordon n1");
    assertThat(steps(probed("lazaretto-probe-x7", BAD.uid()), "a/Pod/lazaretto-probe-x7"))
        .containsExactly("uncordon n1");
  }

  @Test
  void what_is_as_it_was_before_is_no_step() {
    Map<ObjectRef, LiveFields> same =
        Map.of(SERVICE, new LiveFields(SERVICE, Map.of()), NODE, new LiveFields(NODE, Map.of()));
    assertThat(Planned.reasons(RecoverPlanner.plan(seen(), request(), history(same))))
        .singleElement()
        .asString()
        .startsWith("Nothing is left");
  }

  @Test
  void an_object_that_is_gone_or_was_made_anew_is_said_and_not_touched() {
    ObjectRef another = ObservedKind.SERVICE.ref("shop", "web", "uid-other");
    Map<ObjectRef, LiveFields> live =
        Map.of(
            SERVICE, new LiveFields(another, Map.of(SELECTOR, "\"y\"")),
            NODE, new LiveFields(NODE, Map.of("/spec/unschedulable", "true")));
    Plan plan = plan(seen(), request(), history(live));
    assertThat(plan.steps()).extracting(Actions::word).containsExactly("uncordon");
    assertThat(ids(plan)).contains("R-04");
  }

  @Test
  void a_policy_that_the_case_made_is_removed_under_its_uid() {
    ObjectRef policy = ObservedKind.NETWORK_POLICY.ref("shop", "lazaretto-x", "uid-p");
    Applied made = new Applied(9, "Create", "make-policy", new TakeBack.Remove(policy, "x"));
    History history = new History(List.of(made), Map.of(), Map.of(policy, live(policy, "x", "[]")));
    assertThat(plan(seen(), request(), history).steps())
        .singleElement()
        .isInstanceOfSatisfying(
            ContainStep.RemovePolicy.class,
            step -> assertThat(step.target().uid()).isEqualTo("uid-p"));
  }

  @Test
  void a_name_to_be_left_that_the_case_never_changed_is_not_passed_over() {
    Request.Recover typo =
        new Request.Recover(List.of(BAD), "closed", List.of("shop/Service/wbe", "/Node/n1"));

    assertThat(RecoverPlanner.plan(seen(), typo, history(live("\"y\""))))
        .isInstanceOfSatisfying(
            PlanResult.CannotPlan.class,
            cannot ->
                assertThat(cannot.reasons())
                    .singleElement()
                    .asString()
                    .contains("shop/Service/wbe"));
  }

  @Test
  void a_change_of_which_the_way_back_is_masked_is_said_and_no_plan_is_called_complete() {
    List<Lost> masked = List.of(new Lost(8, "Label Pod a/b", true));
    History beside = new History(List.of(closed()), Map.of(), live("\"y\""), List.of(), masked);
    History alone = new History(List.of(), Map.of(), Map.of(), List.of(), masked);

    assertThat(plan(seen(), request(), beside).findings())
        .filteredOn(finding -> finding.id().equals("R-06"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Finding.Severity.WARN);
          assertThat(finding.text()).contains("\"Label Pod a/b\" (line 8)");
        });
    assertThat(RecoverPlanner.plan(seen(), request(), alone))
        .isInstanceOfSatisfying(
            PlanResult.CannotPlan.class,
            cannot -> {
              assertThat(cannot.nothing()).isFalse();
              assertThat(cannot.reasons()).anyMatch(reason -> reason.contains("Label Pod a/b"));
            });
  }

  private static Applied frozen() {
    return new Applied(
        5,
        "Freeze container app",
        "node-pause",
        new TakeBack.Resume(BAD.object(), "n1", KEPT, new ContainerId(Engine.CONTAINERD, "4f")));
  }

  private static History frozen(String id, boolean running) {
    ContainerRun run = new ContainerRun("app", id, 0, running, false);
    return new History(
        List.of(cordoned(), frozen(), closed()),
        Map.of(BAD, "n1"),
        with(live("\"y\"")),
        List.of(new PodRun(BAD, "Always", List.of(run))),
        List.of(new Lost(8, "Delete the token in Secret a/b")));
  }

  private static Map<ObjectRef, LiveFields> with(Map<ObjectRef, LiveFields> live) {
    Map<ObjectRef, LiveFields> all = new java.util.HashMap<>(live);
    all.put(BAD.object(), new LiveFields(BAD.object(), Map.of()));
    return all;
  }

  @Test
  void a_container_that_was_frozen_on_its_node_is_resumed_there_by_hand_and_in_its_turn() {
    Plan plan = plan(seen(), request(), frozen("containerd://4f", true));

    assertThat(plan.steps())
        .extracting(Actions::word)
        .containsExactly("restore", "node-resume", "uncordon");
    Step resume = plan.steps().get(1);
    assertThat(Actions.byHand(resume)).isTrue();
    assertThat(Cards.of(plan.cluster(), resume).command().shell())
        .isEqualTo("ctr -n k8s.io tasks resume 4f");
    assertThat(Card.destroys(resume)).isEmpty();
  }

  @Test
  void a_container_that_was_started_anew_or_has_ended_is_frozen_no_more_and_that_is_said() {
    for (History history :
        List.of(frozen("containerd://99", true), frozen("containerd://4f", false))) {
      Plan plan = plan(seen(), request(), history);
      assertThat(plan.steps()).extracting(Actions::word).doesNotContain("node-resume");
      assertThat(plan.findings())
          .filteredOn(finding -> finding.id().equals("R-04"))
          .singleElement()
          .satisfies(finding -> assertThat(finding.text()).contains("started anew", "line 5"));
    }
  }

  @Test
  void what_is_gone_is_named_where_nothing_is_left_to_do() {
    History history = new History(List.of(frozen()), Map.of(), Map.of());
    assertThat(Planned.reasons(RecoverPlanner.plan(seen(), request(), history)))
        .anyMatch(reason -> reason.contains("is gone") && reason.contains("Freeze container app"));
  }

  private static LiveFields live(ObjectRef policy, String value, String ingress) {
    String pair = "{\"lazaretto.org/quarantine\":\"" + value + "\"}";
    return new LiveFields(
        policy,
        Map.of(
            "/metadata/labels/lazaretto.org~1quarantine",
            "\"" + value + "\"",
            "/spec/podSelector",
            "{\"matchLabels\":" + pair + "}",
            "/spec/policyTypes",
            "[\"Egress\",\"Ingress\"]",
            "/spec/ingress",
            ingress));
  }

  @Test
  void a_policy_that_somebody_altered_is_shown_and_asked_about_before_it_is_removed() {
    ObjectRef policy = ObservedKind.NETWORK_POLICY.ref("shop", "lazaretto-x", "uid-p");
    Applied made = new Applied(9, "Create", "make-policy", new TakeBack.Remove(policy, "x"));
    History history =
        new History(List.of(made), Map.of(), Map.of(policy, live(policy, "x", "[{}]")));
    Plan plan = plan(seen(), request(), history);
    assertThat(plan.steps()).hasSize(1);
    assertThat(plan.findings())
        .filteredOn(finding -> finding.id().equals("R-01"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.text()).contains("it allows by ingress [{}]"));
  }

  @Test
  void a_foreign_policy_of_its_name_is_never_removed() {
    ObjectRef unnamed = ObservedKind.NETWORK_POLICY.ref("shop", "lazaretto-x", "");
    ObjectRef theirs = ObservedKind.NETWORK_POLICY.ref("shop", "lazaretto-x", "uid-t");
    Applied lost = new Applied(9, "Create", "make-policy", new TakeBack.Remove(unnamed, "x"));
    History history =
        new History(List.of(lost), Map.of(), Map.of(unnamed, live(theirs, "y", "[]")));
    assertThat(Planned.reasons(RecoverPlanner.plan(seen(), request(), history)))
        .anyMatch(reason -> reason.contains("is left as it is"));

    History ours = new History(List.of(lost), Map.of(), Map.of(unnamed, live(theirs, "x", "[]")));
    assertThat(plan(seen(), request(), ours).steps()).hasSize(1);
  }

  @Test
  void what_ended_for_good_is_named_beside_the_way_back() {
    Plan plan = plan(seen(), request(), frozen("containerd://4f", true));
    assertThat(plan.findings())
        .filteredOn(finding -> finding.id().equals("R-05"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Finding.Severity.INFORM);
          assertThat(finding.text()).contains("\"Delete the token in Secret a/b\" (line 8)");
        });
    assertThat(ids(plan(seen(), request(), history(live("\"y\""))))).doesNotContain("R-05");
  }

  @Test
  void nothing_is_opened_while_nobody_says_what_was_closed() {
    Request.Recover silent = new Request.Recover(List.of(BAD), " ", List.of());
    assertThat(ids(plan(seen(), silent, history(live("\"y\""))))).contains("R-02");
    assertThat(ids(plan(seen(), request(), history(live("\"y\""))))).doesNotContain("R-02");
  }

  @Test
  void a_node_whose_host_was_suspected_is_not_put_back_without_a_waiver() {
    ClusterSnapshot lost =
        new ClusterBuilder()
            .node("n1", "z1")
            .bare("a", "bad", Template.of("bad"), "n1")
            .pod("a/bad", RecoverPlannerTest::privileged)
            .build();
    assertThat(plan(lost, request(), history(live("\"y\""))).findings())
        .filteredOn(finding -> finding.id().equals("T-47"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.STOP));
  }

  @Test
  void a_node_that_is_opened_beside_a_running_suspect_is_warned_of() {
    ClusterSnapshot beside =
        new ClusterBuilder().node("n1", "z1").bare("a", "bad", Template.of("bad"), "n1").build();
    assertThat(plan(beside, request(), history(live("\"y\""))).findings())
        .filteredOn(finding -> finding.id().equals("R-03"))
        .anySatisfy(finding -> {
          assertThat(finding.severity()).isEqualTo(Finding.Severity.WARN);
          assertThat(finding.text()).contains("on n1 is still running");
        });
    assertThat(plan(seen(), request(), history(live("\"y\""))).findings())
        .noneMatch(finding -> finding.id().equals("R-03"));
  }

  @Test
  void a_node_whose_suspects_are_gone_is_warned_of() {
    assertThat(plan(seen(), request(), history(live("\"y\""))).findings())
        .filteredOn(finding -> finding.id().equals("T-47"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.WARN));
  }

  @Test
  void a_case_without_changes_has_no_way_back() {
    History none = new History(List.of(), Map.of(), Map.of());
    assertThat(Planned.reasons(RecoverPlanner.plan(seen(), request(), none))).hasSize(1);
  }

  private static Pod privileged(Pod pod) {
    PodShape old = pod.shape();
    PodShape shape =
        new PodShape(
            old.serviceAccount(),
            old.images(),
            new HostAccess(false, false, false, true, false),
            old.volumes(),
            old.placement(),
            old.grace());
    return new Pod(
        pod.ref(), pod.node(), pod.status(), shape, pod.controller(), pod.labels(), pod.mirror());
  }
}
