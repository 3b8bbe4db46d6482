package org.lazaretto.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ObjectRef;

class CaseProgressTest {
  private final CaseLines empty = new CaseLines();

  @Test
  void a_new_case_begins_with_finding_the_suspect() {
    CaseProgress progress = empty.progress();
    assertThat(progress.next()).contains(Phase.OBSERVE);
    assertThat(progress.state(Phase.OBSERVE)).isEqualTo(Phase.State.CURRENT);
    assertThat(progress.state(Phase.FREEZE)).isEqualTo(Phase.State.OPEN);
    assertThat(progress.reached()).isEmpty();
    assertThat(progress.countedFrom()).isEqualTo(CaseLines.BEGAN);
  }

  @Test
  void phases_without_a_wizard_are_never_next() {
    CaseProgress progress = empty.marks("miner", "n1").captures("miner").cordons("n1").progress();
    assertThat(progress.next()).contains(Phase.ISOLATE);
    for (Phase phase : Phase.values()) {
      assertThat(progress.state(phase) == Phase.State.ABSENT)
          .as("%s", phase)
          .isEqualTo(!phase.guided());
    }
  }

  @Test
  void an_isolation_comes_after_the_cordon_and_is_done_when_each_suspect_carries_the_label() {
    CaseProgress before = empty.marks("miner", "n1").captures("miner").cordons("n1").progress();
    assertThat(before.state(Phase.ISOLATE)).isEqualTo(Phase.State.CURRENT);
    empty.isolates("miner");
    assertThat(empty.progress().state(Phase.ISOLATE)).isEqualTo(Phase.State.DONE);
    assertThat(empty.marks("helper", "n1").progress().state(Phase.ISOLATE))
        .isEqualTo(Phase.State.OPEN);
  }

  @Test
  void an_isolation_that_was_held_is_looked_at_before_anything_else() {
    empty.marks("miner", "n1").captures("miner").cordons("n1");
    empty.write(new Entry.Held("isolate", "isolate", List.of("no right")));
    assertThat(empty.progress().next()).contains(Phase.ISOLATE);
  }

  @Test
  void containers_that_were_started_again_are_no_end_of_a_suspect() {
    CaseLines lines = empty.marks("miner", "n1").captures("miner").approves("dispose");
    lines.begins("dispose", "restart-container", "n1").ended("dispose", "done");
    assertThat(lines.progress().state(Phase.DISPOSE)).isEqualTo(Phase.State.OPEN);

    lines.begins("dispose", "delete-pod", "n1").ended("dispose", "done");
    assertThat(lines.progress().state(Phase.DISPOSE)).isEqualTo(Phase.State.DONE);
  }

  @Test
  void an_incident_goes_from_mark_to_report() {
    assertThat(empty.marks("miner", "n1").progress().next()).contains(Phase.FREEZE);
    assertThat(empty.captures("miner").progress().next()).contains(Phase.CORDON);
    assertThat(empty.cordons("n1").progress().next()).contains(Phase.ISOLATE);
    assertThat(empty.isolates("miner").progress().next()).contains(Phase.CREDENTIALS);
    assertThat(empty.ended("credentials", "done").progress().next()).contains(Phase.EVACUATE);
    assertThat(empty.evacuates("n1").progress().next()).contains(Phase.REPORT);
    CaseProgress end = empty.reports().progress();
    assertThat(end.next()).isEmpty();
    assertThat(end.reached()).contains(Phase.REPORT);
  }

  @Test
  void a_run_that_goes_on_is_not_done_and_one_that_was_cut_off_is_planned_again() {
    CaseLines lines = new CaseLines();
    lines
        .marks("miner", "n1")
        .captures("miner")
        .approves("cordon")
        .begins("cordon", "cordon-node", "n1")
        .ends("cordon", "cordon-node", "n1", "done")
        .reads("cordon", "cordon-node", "n1", "holds");
    assertThat(lines.progress().state(Phase.CORDON)).isNotEqualTo(Phase.State.DONE);

    lines.ended("cordon", "done");
    assertThat(lines.progress().state(Phase.CORDON)).isEqualTo(Phase.State.DONE);

    lines.approves("isolate").write(new Entry.Opened("ana", "laptop", "0.1.0", "2"));
    assertThat(lines.progress().state(Phase.ISOLATE)).isEqualTo(Phase.State.HELD);
    assertThat(lines.progress().next()).contains(Phase.ISOLATE);
  }

  @Test
  void a_freeze_that_still_takes_more_is_not_done() {
    empty.marks("miner", "n1").approves("freeze").captures("miner");
    assertThat(empty.progress().state(Phase.FREEZE)).isEqualTo(Phase.State.CURRENT);
    assertThat(empty.ended("freeze", "done").progress().state(Phase.FREEZE))
        .isEqualTo(Phase.State.DONE);
  }

  @Test
  void time_is_counted_from_the_first_mark_even_if_it_was_taken_back() {
    CaseProgress progress = empty.marks("web", "n2").clears("web").marks("miner", "n1").progress();
    assertThat(progress.countedFrom()).isEqualTo(CaseLines.BEGAN.plus(Duration.ofSeconds(2)));
    assertThat(progress.suspects()).containsExactly(CaseLines.pod("miner"));
    assertThat(progress.openNodes()).isEqualTo(Set.of("n1"));
  }

  @Test
  void a_second_suspect_on_another_node_opens_freeze_and_cordon_again() {
    empty.marks("miner", "n1").captures("miner").cordons("n1").evacuates("n1").reports();
    CaseProgress progress = empty.marks("helper", "n2").progress();
    assertThat(progress.next()).contains(Phase.FREEZE);
    assertThat(progress.state(Phase.CORDON)).isEqualTo(Phase.State.OPEN);
    assertThat(progress.state(Phase.EVACUATE)).isEqualTo(Phase.State.OPEN);
    assertThat(progress.state(Phase.REPORT)).isEqualTo(Phase.State.OPEN);
  }

  @Test
  void a_held_plan_holds_its_phase_until_it_is_approved() {
    empty.marks("miner", "n1").captures("miner");
    empty.write(new Entry.Held("cordon", "f", List.of("T-44")));
    assertThat(empty.progress().state(Phase.CORDON)).isEqualTo(Phase.State.HELD);
    assertThat(empty.progress().next()).contains(Phase.CORDON);
    assertThat(empty.approves("cordon").progress().state(Phase.CORDON))
        .isEqualTo(Phase.State.CURRENT);
  }

  @Test
  void a_run_that_was_cancelled_or_broke_holds_its_phase() {
    empty.marks("miner", "n1").captures("miner").cordons("n1").approves("evacuate");
    for (String status : List.of("cancelled", "broken", "uncertain", "no-access")) {
      assertThat(empty.ended("evacuate", status).progress().state(Phase.EVACUATE))
          .isEqualTo(Phase.State.HELD);
    }
  }

  @Test
  void an_unknown_outcome_is_counted_until_a_read_proves_it() {
    empty.marks("miner", "n1").approves("cordon").begins("cordon", "cordon-node", "n1");
    assertThat(empty.progress().loose()).isEqualTo(new CaseProgress.LooseSteps(0, 1));
    empty.ends("cordon", "cordon-node", "n1", "unknown");
    assertThat(empty.progress().loose()).isEqualTo(new CaseProgress.LooseSteps(1, 0));
    empty.reads("cordon", "cordon-node", "n1", "cannot tell");
    assertThat(empty.progress().loose().unknown()).isEqualTo(1);
    empty.reads("cordon", "cordon-node", "n1", "holds");
    assertThat(empty.progress().loose()).isEqualTo(new CaseProgress.LooseSteps(0, 0));
    empty.ended("cordon", "done");
    assertThat(empty.progress().state(Phase.CORDON)).isEqualTo(Phase.State.DONE);
  }

  @Test
  void a_step_that_was_cut_off_is_unknown_until_it_is_reconciled() {
    empty.marks("miner", "n1").approves("cordon").begins("cordon", "cordon-node", "n1");
    long intent = empty.lines().getLast().number();
    empty.write(new Entry.Opened("ana", "laptop", "0.1.0", "2"));
    assertThat(empty.progress().loose().unknown()).isEqualTo(1);
    ObjectRef target = new ObjectRef("v1", "Node", "", "n1", "uid-n1");
    empty.write(new Entry.Reconciled(intent, "cordon-noden1", target, "holds", ""));
    assertThat(empty.progress().loose()).isEqualTo(new CaseProgress.LooseSteps(0, 0));
  }

  @Test
  void a_journal_without_lines_is_no_reason_to_fail() {
    assertThat(CaseProgress.of(List.of()).next()).contains(Phase.OBSERVE);
  }
}
