package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Connections;
import org.lazaretto.model.Connections.State;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.StepId;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.Ran;

/** An isolation that is made is proven again: what earlier runs saw counts as what was before. */
class ProofAgainTest {
  private static final String HEADER = "  sl  local_address rem_address   st\n";
  private static final String POOL = "   1: 0803010A:E983 4D6433C6:0D05 01\n";
  private static final ContainStep.Look LOOK =
      new ContainStep.Look("app", "172.20.0.10", 53, "the cluster's DNS");

  private final Stage stage = Stage.of(Clusters.shop());
  private boolean open = true;

  private Ran answer(Exchange exchange, List<String> words) {
    boolean list = words.getFirst().equals("cat");
    Ran.Ending ending = new Ran.Ending.Exited(list || open ? 0 : 1);
    return new Ran(exchange, ending, list ? HEADER + (open ? POOL : "") : "", "", true);
  }

  /** A plan with nothing but the look that follows an isolation. */
  private Connections proven() {
    stage.cluster.inside = this::answer;
    Request request =
        new Request.Isolate(List.of(Clusters.miner()), "case-1", Isolation.USUAL.lookInside(true));
    ContainStep look = new ContainStep.LookInside(new StepId(1), Clusters.miner(), LOOK, true);
    Plan plan = new Plan(Clusters.IDENTITY, request, List.of(look), List.of(), Optional.empty());
    Approval approval =
        new Approval(
            plan.fingerprint(),
            List.of(new Waiver("T-35", List.of(Clusters.miner().object()), "it has to be known")));
    stage.runner(stage.time.timing()).run(plan, approval, RunListener.SILENT, stage.cancellation);
    return stage.journal.entries(Entry.Isolated.class).getLast().connections();
  }

  private void told(State egress, State established) throws Exception {
    tried("S-009", "nc -z -w 3 172.20.0.10 53");
    isolated(egress, established);
  }

  private void tried(String step, String command) throws Exception {
    stage.journal.write(
        new Entry.Intent(
            new Entry.StepNote(
                "0".repeat(64), step, "look-inside", Clusters.miner().object(), "", command, "")));
  }

  private void isolated(State egress, State established) throws Exception {
    stage.journal.write(
        new Entry.Isolated(
            "0".repeat(64),
            Clusters.miner(),
            new Connections(State.CANNOT_TELL, egress, established, "as it was")));
  }

  @Test
  void what_was_open_once_and_is_not_now_is_blocked_by_the_line_that_saw_it() throws Exception {
    told(State.OPEN, State.OPEN);
    open = false;

    Connections seen = proven();

    assertThat(seen.egress()).isEqualTo(State.BLOCKED);
    assertThat(seen.established()).isEqualTo(State.BLOCKED);
    assertThat(seen.how()).contains("before (journal line 2)").contains("earlier (journal line 2)");
  }

  @Test
  void what_is_open_still_is_said_to_be() throws Exception {
    told(State.OPEN, State.OPEN);

    Connections seen = proven();

    assertThat(seen.egress()).isEqualTo(State.OPEN);
    assertThat(seen.established()).isEqualTo(State.OPEN);
    assertThat(seen.how()).contains("Standing: ").doesNotContain("not seen before");
  }

  @Test
  void what_nobody_ever_saw_open_is_not_proven_by_being_out_of_reach() throws Exception {
    told(State.CANNOT_TELL, State.CANNOT_TELL);
    open = false;

    Connections seen = proven();

    assertThat(seen.egress()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen.established()).isEqualTo(State.CANNOT_TELL);
  }

  @Test
  void what_was_open_to_another_address_or_port_proves_nothing_of_this_one() throws Exception {
    for (String other :
        List.of("172.20.0.1 53", "172.20.0.10 5353", "172.20.0.10 443", "1172.20.0.10 53")) {
      tried("S-009", "nc -z -w 3 " + other);
      isolated(State.OPEN, State.OPEN);
    }
    open = false;

    Connections seen = proven();

    assertThat(seen.egress()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen.established()).isEqualTo(State.BLOCKED);
  }

  @Test
  void a_recovery_that_somebody_did_by_hand_takes_it_along_too() throws Exception {
    told(State.OPEN, State.OPEN);
    Entry.StepNote removed =
        new Entry.StepNote(
            "1".repeat(64), "S-001", "remove-policy", Clusters.miner().object(), "", "", "");
    stage.journal.write(new Entry.DoneElsewhere(removed, "ann", Clusters.NOW, ""));
    open = false;

    assertThat(proven().egress()).isEqualTo(State.CANNOT_TELL);
  }

  @Test
  void a_recovery_in_between_takes_what_was_seen_before_it_along() throws Exception {
    told(State.OPEN, State.OPEN);
    stage.journal.write(new Entry.Approved("recover", "1".repeat(64), 1, List.of()));
    open = false;

    assertThat(proven().egress()).isEqualTo(State.CANNOT_TELL);
  }

  @Test
  void a_look_that_held_before_a_run_was_cut_off_counts_too() throws Exception {
    Entry.StepNote look =
        new Entry.StepNote(
            "0".repeat(64),
            "S-001",
            "look-inside",
            Clusters.miner().object(),
            "",
            "nc -z -w 3 172.20.0.10 53",
            "");
    stage.journal.write(new Entry.Intent(look));
    stage.journal.write(
        new Entry.Verified(look.fingerprint(), "S-001", look.target(), "holds", "it got out"));
    open = false;

    assertThat(proven().egress()).isEqualTo(State.BLOCKED);
  }

  private void lookedBefore(String verdict, String text) throws Exception {
    tried("S-001", "nc -z -w 3 172.20.0.10 53");
    stage.journal.write(
        new Entry.Verified(
            "0".repeat(64), "S-001", Clusters.miner().object(), verdict, "From it: " + text));
  }

  private void cut() throws Exception {
    stage.journal.write(
        new Entry.Intent(
            new Entry.StepNote(
                "0".repeat(64), "S-002", "make-policy", Clusters.miner().object(), "", "", "")));
    stage.journal.write(
        new Entry.Outcome(
            "0".repeat(64), "S-002", Clusters.miner().object(), "done", "", Optional.empty()));
  }

  @Test
  void what_stood_before_a_cut_of_a_run_that_never_told_is_known_from_its_look() throws Exception {
    lookedBefore(
        "cannot-tell",
        "no shell. Connections that stand: 2. What is not seen before the isolation cannot prove"
            + " it afterwards.");
    cut();
    open = false;

    Connections seen = proven();

    assertThat(seen.established()).isEqualTo(State.BLOCKED);
    assertThat(seen.how()).contains("Of what stood earlier (journal line 2) none stands any more");
  }

  @Test
  void what_stood_before_a_run_that_cut_nothing_may_have_ended_by_itself() throws Exception {
    lookedBefore("holds", "it got out. Connections that stand: 2. That has to stop.");
    open = false;

    Connections seen = proven();

    assertThat(seen.established()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen.how()).contains("no line of the case tells of one that stood before");
  }

  @Test
  void a_look_that_listed_nothing_proves_nothing_whatever_the_suspect_printed() throws Exception {
    lookedBefore(
        "holds",
        "Connections that stand: 9. That has to stop. it said. Connections that stand: 0. That has"
            + " to stop.");
    cut();
    open = false;

    assertThat(proven().established()).isEqualTo(State.CANNOT_TELL);
  }

  @Test
  void a_policy_that_was_made_long_ago_is_not_waited_for() throws Exception {
    told(State.OPEN, State.OPEN);
    Entry.StepNote make =
        new Entry.StepNote(
            "0".repeat(64), "S-001", "make-policy", Clusters.miner().object(), "", "", "");
    stage.journal.write(new Entry.Intent(make));
    stage.time.pause(java.time.Duration.ofMinutes(6));
    var begun = stage.time.instant();

    proven();

    assertThat(java.time.Duration.between(begun, stage.time.instant()))
        .isLessThan(java.time.Duration.ofMinutes(1));
  }
}
