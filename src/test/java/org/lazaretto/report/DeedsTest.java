package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.report.Timeline.Moment;

class DeedsTest {
  private static final ObjectRef BINDING =
      new ObjectRef("rbac.authorization.k8s.io/v1", "RoleBinding", "shop", "payments", "b-1");

  private static CaseScript ended() {
    CaseScript script = CaseScript.begin().marks("p", "10-0-1-17", "mines");
    script.plan("credentials", "c".repeat(64), 1);
    change(script, "c".repeat(64), "unbind", BINDING, "done");
    script.plan("dispose", "d".repeat(64), 2);
    change(script, "d".repeat(64), "delete-pod", CaseScript.pod("p"), "done");
    change(script, "d".repeat(64), "delete-pod", CaseScript.pod("q"), "done");
    script.plan("recover", "e".repeat(64), 2);
    change(script, "e".repeat(64), "restore", BINDING, "done");
    change(script, "e".repeat(64), "uncordon", CaseScript.node("n"), "refused");
    return script;
  }

  private static void change(
      CaseScript script, String plan, String action, ObjectRef target, String outcome) {
    script.intends(plan, action, target, action, "kubectl").ends(plan, target, outcome, "");
  }

  @Test
  void the_summary_counts_each_kind_of_change_that_was_done_and_none_that_was_refused() {
    assertThat(ended().report().summary().facts())
        .contains(
            "One role binding was taken from suspects' service accounts, two suspects were deleted"
                + " and one change was taken back.");
  }

  @Test
  void what_was_accepted_and_is_there_on_a_fresh_read_was_not_done() {
    CaseScript script = CaseScript.begin().marks("p", "10-0-1-17", "mines");
    script.plan("dispose", "d".repeat(64), 1);
    change(script, "d".repeat(64), "delete-pod", CaseScript.pod("p"), "done");
    script.reads("d".repeat(64), CaseScript.pod("p"), "does-not-hold", "Still there: shop/p.");

    assertThat(script.report().summary().facts()).noneMatch(fact -> fact.contains("was deleted"));
  }

  @Test
  void a_label_alone_puts_nobody_under_a_policy() {
    CaseScript script = CaseScript.begin().marks("p", "10-0-1-17", "mines");
    script.plan("isolate", "d".repeat(64), 1);
    change(script, "d".repeat(64), "make-policy", CaseScript.pod("deny"), "refused");
    change(script, "d".repeat(64), "quarantine-pod", CaseScript.pod("p"), "done");

    assertThat(script.report().summary().facts())
        .contains("One suspect was labelled for the case's deny-all policy.");
  }

  @Test
  void the_timeline_calls_a_run_by_its_wizard() {
    assertThat(ended().report().timeline().moments())
        .extracting(Moment::text)
        .contains("credentials", "dispose", "recover");
  }
}
