package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.report.IncidentReport.Change;

class FootprintTest {
  private static final String PLAN = "e".repeat(64);
  private static final String OTHER = "d".repeat(64);
  private static final ObjectRef BINDING =
      new ObjectRef("rbac.authorization.k8s.io/v1", "RoleBinding", "shop", "payments", "b-1");

  private static List<Change> footprint(CaseScript script) {
    return script.report().limits().footprint();
  }

  private static CaseScript recovering() {
    return CaseScript.begin()
        .marks("p", "10-0-1-17", "mines")
        .plan("recover", PLAN, 3)
        .intends(PLAN, "restore", BINDING, "Restore subjects of RoleBinding shop/payments", "")
        .ends(PLAN, BINDING, "done", "")
        .intends(PLAN, "restore", CaseScript.node("n"), "Restore status of Node n", "")
        .ends(PLAN, CaseScript.node("n"), "done", "")
        .intends(PLAN, "restore", CaseScript.node("n"), "Restore other of Node n", "")
        .ends(PLAN, CaseScript.node("n"), "done", "");
  }

  @Test
  void several_things_taken_back_stand_each_with_its_own_object() {
    assertThat(footprint(recovering()))
        .extracting(Change::object, Change::change)
        .containsExactly(
            tuple(
                "RoleBinding shop/payments (uid b-1)",
                "Restore subjects of RoleBinding shop/payments"),
            tuple(node(), "Restore status of Node n"),
            tuple(node(), "Restore other of Node n"));
  }

  private static String node() {
    return "Node n (uid " + CaseScript.node("n").uid() + ")";
  }

  @Test
  void several_things_taken_back_of_one_object_are_counted_each() {
    assertThat(recovering().report().summary().facts())
        .anyMatch(fact -> fact.contains("hree changes were taken back"));
  }

  @Test
  void the_same_change_of_two_objects_stands_in_one_row() {
    CaseScript script = CaseScript.begin().plan("cordon", PLAN, 2);
    for (String node : List.of("a", "b")) {
      script
          .intends(PLAN, "quarantine-node", CaseScript.node(node), "Label Node " + node, "")
          .ends(PLAN, CaseScript.node(node), "done", "")
          .reads(PLAN, CaseScript.node(node), "holds", "");
    }
    assertThat(footprint(script))
        .extracting(Change::object, Change::change)
        .containsExactly(tuple("two Nodes: a, b", "Label each of them"));
  }

  private static CaseScript labelled() {
    ObjectRef node = CaseScript.node("n");
    return CaseScript.begin()
        .plan("cordon", PLAN, 1)
        .intends(PLAN, "quarantine-node", node, "Label Node n as quarantined", "")
        .write(way(PLAN, "/metadata/labels/status", "/metadata/labels/other"))
        .ends(PLAN, node, "done", "")
        .reads(PLAN, node, "holds", "");
  }

  private static CaseScript givenBack(CaseScript script, String plan, String pointer) {
    ObjectRef node = CaseScript.node("n");
    return script
        .plan("recover", plan, 1)
        .intends(plan, "restore", node, "Restore " + pointer + " of Node n", "")
        .write(way(plan, pointer))
        .ends(plan, node, "done", "")
        .reads(plan, node, "holds", "");
  }

  private static Entry way(String plan, String... pointers) {
    List<FieldEdit> edits =
        Stream.of(pointers)
            .<FieldEdit>map(at -> new FieldEdit.Value(at, Optional.empty(), Optional.of("\"x\"")))
            .toList();
    TakeBack back = new TakeBack.Edits(CaseScript.node("n"), edits);
    return new Entry.WayBack(plan, "S-001", back.text());
  }

  @Test
  void what_was_taken_back_is_not_said_to_hold() {
    CaseScript half = givenBack(labelled(), OTHER, "/metadata/labels/status");
    assertThat(footprint(half).getFirst().state().text()).isEqualTo("holds");

    CaseScript whole = givenBack(half, "f".repeat(64), "/metadata/labels/other");
    assertThat(footprint(whole).getFirst().state().text()).startsWith("held; taken back at ");
    assertThat(footprint(whole))
        .last()
        .extracting(change -> change.state().text())
        .isEqualTo("holds");
  }

  @Test
  void no_part_of_the_report_says_that_a_change_holds_which_was_taken_back() {
    CaseScript script =
        givenBack(
            givenBack(labelled(), OTHER, "/metadata/labels/status"),
            "f".repeat(64),
            "/metadata/labels/other");
    IncidentReport report = script.report();

    assertThat(report.summary().facts())
        .last()
        .isEqualTo(
            "All 3 steps held on a fresh read; what one step had changed was taken back later.");
    assertThat(report.summary().figures())
        .last()
        .isEqualTo(new IncidentReport.Figure("3 of 3", "steps held on a fresh read"));
    assertThat(report.conduct().actions().getFirst().outcome().text())
        .startsWith("held; taken back at ");
    assertThat(report.appendices().steps().getFirst().outcome().text())
        .startsWith("held; taken back at ");
  }

  @Test
  void what_a_step_has_made_is_known_by_the_uid_that_it_got() {
    ObjectRef wanted =
        new ObjectRef("networking.k8s.io/v1", "NetworkPolicy", "shop", "deny-all", "");
    ObjectRef made =
        new ObjectRef("networking.k8s.io/v1", "NetworkPolicy", "shop", "deny-all", "p-1");
    CaseScript script =
        CaseScript.begin()
            .plan("isolate", PLAN, 1)
            .intends(PLAN, "make-policy", wanted, "Make", "");
    assertThat(footprint(script))
        .extracting(Change::object)
        .containsExactly("NetworkPolicy shop/deny-all");
    assertThat(footprint(script.ends(PLAN, made, "done", "")))
        .extracting(Change::object)
        .containsExactly("NetworkPolicy shop/deny-all (uid p-1)");
  }
}
