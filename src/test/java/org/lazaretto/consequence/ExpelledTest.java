package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.consequence.Asked.CONTEXT;
import static org.lazaretto.consequence.Asked.bad;
import static org.lazaretto.consequence.Asked.said;
import static org.lazaretto.consequence.Asked.text;
import static org.lazaretto.consequence.Asked.two;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Taint;
import org.lazaretto.model.Toleration;
import org.lazaretto.plan.ContainStep.EditFields;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.TaintWords;

/** T-17. */
class ExpelledTest {
  private static final Taint TAINT = new Taint("quarantine", "yes", "NoExecute");
  private static final ObjectRef N1 = new NodeRef("n1", "uid-node-n1").object();

  private static EditFields step(int number, ObjectRef target, Purpose purpose, boolean add) {
    FieldEdit edit = new FieldEdit.Item("/spec/taints", TaintWords.json(TAINT), add);
    return new EditFields(new StepId(number), target, purpose, List.of(edit), List.of());
  }

  private static List<Finding> findings(ClusterBuilder cluster, Step... steps) {
    Plan plan =
        Plan.of(
            Clusters.IDENTITY,
            new Request.Cordon(List.of(bad()), List.of("n1")),
            new ArrayList<>(List.of(steps)));
    return Consequences.of(cluster.build(), plan, CONTEXT);
  }

  private static ClusterBuilder crowded() {
    Toleration brief = new Toleration("quarantine", "Exists", "", "NoExecute", OptionalLong.of(60));
    return two()
        .deployment("a", "web", Template.of("web"), "n1", "n2")
        .budget("a", "web", "web", 1)
        .deployment("a", "slow", Given.standing("slow", brief), "n1")
        .daemonSet("a", "agent")
        .mirror("a", "proxy", "n1");
  }

  @Test
  void a_no_execute_taint_names_what_it_deletes_and_which_budgets_it_ignores() {
    List<Finding> findings =
        findings(
            crowded(),
            step(1, bad().object(), Purpose.TOLERATE, true),
            step(2, N1, Purpose.EXPEL, true));

    assertThat(said(findings, "T-17")).containsExactly("WARN a/web-6f7d-1, a/slow-6f7d-1");
    assertThat(text(findings, "T-17"))
        .contains("deletes 1 pod of n1 at once")
        .contains("(1 of them stands under one)")
        .contains("1 pod more when the toleration's time is up");
  }

  @Test
  void a_suspect_without_its_toleration_first_holds_the_plan() {
    List<Finding> without = findings(two(), step(1, N1, Purpose.EXPEL, true));
    List<Finding> late =
        findings(
            two(),
            step(1, N1, Purpose.EXPEL, true),
            step(2, bad().object(), Purpose.TOLERATE, true));

    assertThat(said(without, "T-17")).containsExactly("STOP a/bad");
    assertThat(said(late, "T-17")).containsExactly("STOP a/bad");
  }

  @Test
  void taking_the_taint_off_or_an_empty_node_is_silent() {
    assertThat(said(findings(crowded(), step(1, N1, Purpose.EXPEL, false)), "T-17")).isEmpty();
    assertThat(
            said(
                findings(
                    two(),
                    step(1, bad().object(), Purpose.TOLERATE, true),
                    step(2, N1, Purpose.EXPEL, true)),
                "T-17"))
        .isEmpty();
  }
}
