package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.desk.CaseLines;
import org.lazaretto.ui.desk.Course;
import org.lazaretto.ui.desk.Phase;

class RailViewModelTest {
  private final CaseLines lines = new CaseLines();

  private RailViewModel.Rail rail() {
    return RailViewModel.rail(lines.progress(), Course.USUAL, Optional.empty());
  }

  private String next() {
    return rail().next().orElseThrow().words();
  }

  @Test
  void the_next_step_is_said_in_words() {
    assertThat(next()).isEqualTo("find the suspect and mark it");
    lines.marks("miner", "ip-10-0-1-17");
    assertThat(next()).isEqualTo("freeze what can be known of the suspect");
    lines.marks("helper", "ip-10-0-2-44");
    assertThat(next()).isEqualTo("freeze what can be known of 2 suspects");
    lines.captures("miner").captures("helper");
    assertThat(next()).isEqualTo("cordon 2 nodes");
    lines.clears("helper");
    assertThat(next()).isEqualTo("cordon ip-10-0-1-17");
    lines.cordons("ip-10-0-1-17");
    assertThat(next()).isEqualTo("isolate the suspect");
    lines.ended("isolate", "done").isolates("miner");
    assertThat(next()).isEqualTo("take the credentials away");
    lines.ended("credentials", "done");
    assertThat(next()).isEqualTo("move the clean applications away");
    lines.evacuates("ip-10-0-1-17");
    assertThat(next()).isEqualTo("write the report");
    lines.reports();
    assertThat(rail().next()).isEmpty();
  }

  @Test
  void nodes_that_are_cordoned_are_not_counted_again() {
    lines.marks("miner", "n1").captures("miner").cordons("n1");
    lines.marks("helper", "n2").captures("helper");
    assertThat(next()).isEqualTo("cordon n2");
  }

  @Test
  void a_suspect_without_a_node_is_no_reason_to_say_zero_nodes() {
    lines.marks("miner", "").captures("miner");
    assertThat(next()).isEqualTo("cordon the suspect’s node");
  }

  @Test
  void a_held_phase_is_to_be_planned_again() {
    lines.marks("miner", "n1").captures("miner");
    lines.write(new Entry.Held("cordon", "f", List.of("T-44")));
    assertThat(next()).isEqualTo("plan the rest of “Cordon” again");
  }

  @Test
  void what_has_nothing_to_do_is_said_to_be_so_and_the_case_goes_on() {
    lines.marks("miner", "n1").captures("miner").cordons("n1");
    lines.ended("isolate", "done").isolates("miner");
    lines.ended("credentials", Entry.RunEnded.NOTHING);
    assertThat(next()).isEqualTo("move the clean applications away");
    assertThat(rail().stages())
        .filteredOn(stage -> stage.phase() == Phase.CREDENTIALS)
        .singleElement()
        .satisfies(stage -> {
          assertThat(stage.state()).isEqualTo(Phase.State.NEEDLESS);
          assertThat(stage.hover()).contains("there is nothing to do");
        });
    lines.marks("helper", "n1").captures("helper").isolates("helper");
    assertThat(next()).isEqualTo("take the credentials away");
  }

  @Test
  void the_open_wizard_is_where_we_are() {
    lines.marks("miner", "n1").captures("miner");
    RailViewModel.Rail rail =
        RailViewModel.rail(lines.progress(), Course.USUAL, Optional.of(Wizard.EVACUATE));
    assertThat(rail.stages())
        .filteredOn(stage -> stage.state() == Phase.State.CURRENT)
        .extracting(RailViewModel.Stage::phase)
        .containsExactly(Phase.EVACUATE);
    assertThat(rail.next().orElseThrow().phase()).isEqualTo(Phase.CORDON);
  }

  @Test
  void what_this_version_does_not_guide_through_is_named_and_leads_nowhere() {
    RailViewModel.Stage capture =
        rail().stages().stream()
            .filter(stage -> stage.phase() == Phase.CAPTURE)
            .findFirst()
            .orElseThrow();
    assertThat(capture.clickable()).isFalse();
    assertThat(capture.hover()).isEqualTo("Capture: not in this version");
  }

  @Test
  void a_hostile_node_name_is_made_visible_and_bounded() {
    lines.marks("miner", "n\u202e" + "x".repeat(300)).captures("miner");
    assertThat(next()).contains("\\u202e").hasSizeLessThan(60);
  }
}
