package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.report.CaseScript.node;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.report.IncidentReport.Action;
import org.lazaretto.report.IncidentReport.Fact;
import org.lazaretto.report.IncidentReport.Figure;
import org.lazaretto.report.IncidentReport.State;

class IncidentReportTest {
  @Test
  void the_cover_says_which_case_when_and_how_sure() {
    IncidentReport.Cover cover = SampleCases.contained().report().cover();

    assertThat(cover.subtitle())
        .isEqualTo(
            "Case IR-2026-014 · cluster prod-eu-1 (v1.35.2) · UID"
                + " 6c1f0b7e-3a52-4f7d-9d50-2b8f5b1fe20a");
    assertThat(cover.facts())
        .extracting(Fact::name, Fact::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("First marked", "2026-11-21 11:48:41Z"),
            org.assertj.core.groups.Tuple.tuple("Contained", "2026-11-21 12:09:23Z"),
            org.assertj.core.groups.Tuple.tuple("Responders", "a.meier and second responder"),
            org.assertj.core.groups.Tuple.tuple("Journal", "73 lines,"));
    assertThat(cover.facts().getLast().states())
        .containsExactly(new State(Sign.GOOD, "chain holds"));
  }

  @Test
  void the_summary_tells_what_was_marked_kept_changed_and_what_holds() {
    IncidentReport.Summary summary = SampleCases.contained().report().summary();

    assertThat(summary.facts())
        .containsExactly(
            "Two pods were marked as suspects, on two nodes: ip-10-0-1-17 and ip-10-0-2-44.",
            "Seven evidence items were kept.",
            "Two nodes were cordoned and nine pods were evicted.",
            "All 12 steps hold on a fresh read.");
    assertThat(summary.figures())
        .containsExactly(
            new Figure("20 min", "first mark to containment"),
            new Figure("2 of 214", "nodes affected"),
            new Figure("7 of 7", "evidence items unchanged"),
            new Figure("12 of 12", "steps hold on a fresh read"));
  }

  @Test
  void an_order_stands_with_the_answers_that_it_was_chosen_on() {
    CaseScript script = SampleCases.contained();
    script.write(
        new Entry.OrderChosen(
            "quiet", "quiet", List.of("harm: unknown"), List.of(), "it only mines"));

    assertThat(script.report().conduct().choices())
        .singleElement()
        .extracting(IncidentReport.Choice::answers, IncidentReport.Choice::price)
        .containsExactly(List.of("harm: unknown"), List.of());
    assertThat(new Reports().markdown(script.report()))
        .contains("- answered: harm: unknown", "- no price was shown");
  }

  @Test
  void what_is_inferred_stands_apart_and_does_not_promise_that_a_suspect_is_cut_off() {
    assertThat(SampleCases.contained().report().summary().inferences())
        .anySatisfy(text -> assertThat(text).contains("its connections may still stand"));
  }

  @Test
  void an_action_shows_playbook_rating_command_proof_and_outcome() {
    assertThat(SampleCases.contained().report().conduct().actions())
        .contains(
            new Action(
                "12:01:25",
                "Cordon ip-10-0-1-17",
                "C-P-01, step 2, rating 3.65, here 4.05",
                "kubectl --context prod-eu-1 cordon ip-10-0-1-17",
                "api",
                "node read again",
                new State(Sign.GOOD, "holds")));
  }

  @Test
  void a_long_command_loses_first_what_names_the_cluster() {
    String plan = "7b".repeat(32);
    CaseScript script = SampleCases.contained().plan("cordon", plan, 1);
    script.intends(
        plan,
        "cordon-node",
        node("ip-9"),
        "Cordon ip-9",
        "kubectl --kubeconfig /home/responder/cases/2026-014/somewhere/far/below/kubeconfig --context prod-eu-1 cordon"
            + " ip-9");

    assertThat(script.report().conduct().actions())
        .extracting(Action::command)
        .contains("kubectl … cordon ip-9");
  }

  @Test
  void of_many_actions_alike_a_few_stand_for_all_and_the_rest_is_counted() {
    IncidentReport report = SampleCases.contained().report();

    assertThat(report.conduct().actions().stream().filter(a -> a.what().startsWith("Evict")))
        .hasSize(4);
    assertThat(report.conduct().further()).isEqualTo(5);
    assertThat(report.appendices().steps()).hasSize(19);
  }

  @Test
  void an_action_that_did_not_hold_is_never_left_out() {
    CaseScript script = SampleCases.contained();
    script.plan("evacuate", "5a".repeat(32), 9);
    for (int i = 0; i < 8; i++) {
      script.evicts("5a".repeat(32), "more-" + i, 10);
    }
    script
        .begins("5a".repeat(32), "last")
        .ends("5a".repeat(32), CaseScript.pod("last"), "refused", "budget");

    assertThat(script.report().conduct().actions())
        .extracting(Action::what, Action::outcome)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "Evict shop/last", new State(Sign.BAD, "refused: budget")));
  }

  @Test
  void the_footprint_says_in_which_contexts_an_intruder_could_notice_it() {
    CaseScript script = SampleCases.contained();

    assertThat(script.report().limits().noticed())
        .containsExactly(
            "In the network (connections, addresses, names): nine steps, the first at"
                + " 12:05:32 (Evict shop/orders-b4x1).",
            "In the processes (ended or started): nine steps, the first at"
                + " 12:05:32 (Evict shop/orders-b4x1).",
            "In the files (such as labels under a downwardAPI volume): nothing.",
            "In the API, for who has rights to read it: eleven steps, the first at"
                + " 12:01:25 (Cordon ip-10-0-1-17).");
  }

  @Test
  void a_journal_that_does_not_say_it_is_no_proof_that_nobody_noticed() {
    String plan = "7b".repeat(32);
    CaseScript script = SampleCases.contained().plan("isolate", plan, 1);
    script.intends(plan, "quarantine-pod", CaseScript.pod("miner"), "Label it", "kubectl label");
    script.ends(plan, CaseScript.pod("miner"), "done", "labelled");

    IncidentReport report = script.report();

    assertThat(report.conduct().actions())
        .filteredOn(action -> action.what().equals("Label it"))
        .extracting(Action::visible)
        .containsExactly("not recorded");
    assertThat(report.limits().noticed())
        .contains("One step of which the journal does not say it.");
  }

  @Test
  void what_was_done_elsewhere_is_told_with_its_words_its_reason_and_who_could_notice_it() {
    String plan = "8c".repeat(32);
    ObjectRef pod = CaseScript.pod("miner");
    Entry.StepNote kill =
        new Entry.StepNote(plan, "S-001", "node-kill", pod, "Kill it", "crictl stop 4f", "p");
    IncidentReport report =
        SampleCases.contained()
            .write(new Entry.Waived(plan, "E-memory", List.of(pod), "no agent runs there", true))
            .write(
                new Entry.DoneElsewhere(kill, "Ada", Instant.EPOCH, "over ssh", "network, process"))
            .report();

    assertThat(report.conduct().actions())
        .filteredOn(action -> action.what().equals("Kill it"))
        .singleElement()
        .satisfies(action -> {
          assertThat(action.visible()).isEqualTo("network, process");
          assertThat(action.outcome().text()).contains("by Ada: over ssh", "not verified");
        });
    assertThat(report.conduct().waivers().getLast().reason()).isEqualTo("no agent runs there");
    assertThat(report.conduct().waivers().getLast().objects())
        .containsExactly(pod.spoken() + " (uid " + pod.uid() + ")");
    assertThat(report.limits().noticed().toString()).doesNotContain("does not say it");
  }

  @Test
  void the_footprint_names_every_object_that_was_changed() {
    List<IncidentReport.Change> footprint = SampleCases.contained().report().limits().footprint();

    assertThat(footprint)
        .extracting(IncidentReport.Change::object)
        .first()
        .isEqualTo("two Nodes: ip-10-0-1-17, ip-10-0-2-44");
    assertThat(footprint.getLast().object()).contains("shop/orders-b4x1").contains("b4x9");
  }

  @Test
  void a_class_of_evidence_of_which_nothing_was_kept_was_not_looked_at() {
    List<String> unseen = SampleCases.contained().report().limits().unseen();

    assertThat(unseen).anyMatch(text -> text.startsWith("Memory"));
    assertThat(unseen).noneMatch(text -> text.startsWith("State of the API"));
  }

  @Test
  void findings_and_waivers_stand_with_who_answers_for_them() {
    IncidentReport.Conduct conduct = SampleCases.contained().report().conduct();

    assertThat(conduct.approvals().getLast().findings())
        .extracting(Entry.FindingNote::id)
        .containsExactly("T-18", "T-13");
    assertThat(conduct.waivers())
        .containsExactly(
            new IncidentReport.Waiver(
                "12:05:32",
                "second responder",
                "T-18",
                List.of(),
                "Agreed with the shop's owner by phone.",
                true));
  }

  @Test
  void the_last_line_s_hash_is_the_head_to_verify_against() {
    CaseScript script = SampleCases.contained();
    IncidentReport.Verification verification = script.report().appendices().verification();

    assertThat(verification.head()).isEqualTo(script.lines().getLast().hash());
    assertThat(verification.lines()).isEqualTo(73);
  }

  @Test
  void evidence_that_differs_is_said_for_the_item_and_for_the_register() {
    CaseScript script = SampleCases.contained();
    script.write(new Entry.EvidenceChecked(7, List.of("EV-0002")));
    IncidentReport report = script.report();

    assertThat(report.evidence().items().get(1).custody().sign()).isEqualTo(Sign.BAD);
    assertThat(report.evidence().items().get(2).custody().sign()).isEqualTo(Sign.GOOD);
    assertThat(report.evidence().check().text()).contains("EV-0002");
    assertThat(report.summary().figures())
        .contains(new Figure("6 of 7", "evidence items unchanged"));
  }

  @Test
  void a_case_without_suspects_and_actions_says_so_in_words() {
    IncidentReport report = CaseScript.begin().report();

    assertThat(report.summary().facts())
        .containsExactly(
            "No pod has been marked as a suspect.",
            "No evidence was kept.",
            "Nothing was changed in the cluster.");
    assertThat(report.summary().inferences()).isEmpty();
    assertThat(report.timeline().moments()).isEmpty();
    assertThat(report.cover().facts().getFirst().value()).isEqualTo("no pod is marked");
  }

  @Test
  void a_failed_capture_is_one_gap_and_no_failed_measure() {
    CaseScript script = CaseScript.begin().marks("p", "10-0-1-17", "mines");
    script
        .intends("ff", "keep-response", CaseScript.pod("p"), "Keep log, previous", "kubectl logs")
        .write(new Entry.Gap("log, previous", "HTTP 400: no previous container"))
        .ends("ff", CaseScript.pod("p"), "refused", "HTTP 400: no previous container")
        .runEnds("freeze", "ff", "done", "1 gaps");
    IncidentReport report = script.report();

    assertThat(report.limits().gaps()).hasSize(1);
    assertThat(report.summary().facts())
        .contains("No evidence was kept; one capture did not succeed.");
    assertThat(report.conduct().actions().getFirst().outcome())
        .isEqualTo(new State(Sign.CAUTION, "0 of 1 kept"));
  }

  @Test
  void containment_is_claimed_only_when_every_suspect_s_node_is_proven_cordoned() {
    CaseScript script = CaseScript.begin();
    script
        .marks("one", "10-0-1-17", "mines")
        .marks("two", "10-0-2-44", "mines")
        .plan("cordon", SampleCases.CORDON, 1)
        .cordons(SampleCases.CORDON, "10-0-1-17");
    assertThat(script.report().cover().facts().get(1).value()).isEqualTo("not proven");

    script.plan("cordon", "77".repeat(32), 1).cordons("77".repeat(32), "10-0-2-44");
    assertThat(script.report().cover().facts().get(1).value()).startsWith("2026-11-21 11:48");
  }

  @Test
  void containment_falls_when_a_later_read_finds_the_effect_gone() {
    CaseScript script = SampleCases.contained();
    script.write(
        new Entry.Verified(
            SampleCases.CORDON,
            "S-001",
            node("ip-10-0-1-17"),
            "does-not-hold",
            "somebody uncordoned it"));
    IncidentReport report = script.report();

    assertThat(report.cover().facts().get(1).value()).isEqualTo("not proven");
    assertThat(report.summary().facts()).contains("One step is not achieved: Cordon ip-10-0-1-17.");
  }
}
