package org.lazaretto.plan.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.plan.recover.ChangedCase.BAD;
import static org.lazaretto.plan.recover.ChangedCase.NODE;
import static org.lazaretto.plan.recover.ChangedCase.SELECTOR;
import static org.lazaretto.plan.recover.ChangedCase.SERVICE;
import static org.lazaretto.plan.recover.ChangedCase.closed;
import static org.lazaretto.plan.recover.ChangedCase.cordoned;
import static org.lazaretto.plan.recover.ChangedCase.edits;
import static org.lazaretto.plan.recover.ChangedCase.history;
import static org.lazaretto.plan.recover.ChangedCase.ids;
import static org.lazaretto.plan.recover.ChangedCase.live;
import static org.lazaretto.plan.recover.ChangedCase.plan;
import static org.lazaretto.plan.recover.ChangedCase.request;
import static org.lazaretto.plan.recover.ChangedCase.seen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.TakeBack;

/** The way back: last change first, nobody else's change overwritten unseen. */
class RecoverPlannerTest {
  private static final String LABEL = "/metadata/labels/status";

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
    History history =
        new History(List.of(made), Map.of(), Map.of(policy, policyReads(policy, "x", "[]")));
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

  private static LiveFields policyReads(ObjectRef policy, String value, String ingress) {
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
        new History(List.of(made), Map.of(), Map.of(policy, policyReads(policy, "x", "[{}]")));
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
        new History(List.of(lost), Map.of(), Map.of(unnamed, policyReads(theirs, "y", "[]")));
    assertThat(Planned.reasons(RecoverPlanner.plan(seen(), request(), history)))
        .anyMatch(reason -> reason.contains("is left as it is"));

    History ours =
        new History(List.of(lost), Map.of(), Map.of(unnamed, policyReads(theirs, "x", "[]")));
    assertThat(plan(seen(), request(), ours).steps()).hasSize(1);
  }

  @Test
  void a_case_without_changes_has_no_way_back() {
    History none = new History(List.of(), Map.of(), Map.of());
    assertThat(Planned.reasons(RecoverPlanner.plan(seen(), request(), none))).hasSize(1);
  }
}
