package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Connections;
import org.lazaretto.model.Connections.State;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.ContainerId;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.plan.recover.Applied;
import org.lazaretto.plan.recover.Lost;

/** Which changes of a case stand, told by its journal. */
class AppliedChangesTest {
  private static final ObjectRef POD = ObservedKind.POD.ref("shop", "web", "uid-web");
  private static final ObjectRef POLICY = ObservedKind.NETWORK_POLICY.ref("shop", "p", "");

  private final List<JournalLine> lines = new ArrayList<>();

  private void write(Entry entry) {
    lines.add(new JournalLine(lines.size() + 1, Instant.EPOCH, "", "", "ann", entry));
  }

  private static TakeBack label(String ours, String before) {
    return new TakeBack.Edits(
        POD,
        List.of(new FieldEdit.Value("/metadata/labels/q", Optional.of(ours), Optional.of(before))));
  }

  private void step(String wizard, String step, TakeBack back, String outcome) {
    step(wizard, step, back, outcome, back.target());
  }

  private void step(String wizard, String step, TakeBack back, String outcome, ObjectRef touched) {
    String fingerprint = wizard + step;
    write(new Entry.Approved(wizard, fingerprint, 1, List.of()));
    write(
        new Entry.Intent(
            new Entry.StepNote(fingerprint, step, "label", back.target(), "t", "c", "p")));
    write(new Entry.WayBack(fingerprint, step, back.text()));
    if (!outcome.isEmpty()) {
      write(new Entry.Outcome(fingerprint, step, touched, outcome, "", Optional.empty()));
    }
  }

  private List<Applied> applied() {
    return AppliedChanges.of(lines).applied();
  }

  @Test
  void what_was_done_and_what_may_have_been_done_counts() {
    step("isolate", "S-001", label("1", "0"), "done");
    step("isolate", "S-002", new TakeBack.Remove(POLICY, "q"), "unknown");
    assertThat(applied()).hasSize(2);
    assertThat(applied().getFirst().line()).isEqualTo(2);
  }

  @Test
  void what_ended_for_good_is_told_apart_and_what_was_refused_did_not_end() {
    for (String outcome : List.of("done", "refused", "unknown")) {
      Entry.StepNote note =
          new Entry.StepNote("f" + outcome, "S-001", "delete-token", POD, outcome, "c", "p");
      write(new Entry.Intent(note));
      write(new Entry.Outcome("f" + outcome, "S-001", POD, outcome, "", Optional.empty()));
    }
    assertThat(applied()).isEmpty();
    assertThat(AppliedChanges.of(lines).lost())
        .extracting(Lost::title)
        .containsExactly("done", "unknown");
  }

  @Test
  void what_was_asked_for_again_ended_once() {
    for (String fingerprint : List.of("first", "again")) {
      Entry.StepNote note =
          new Entry.StepNote(fingerprint, "S-001", "delete-token", POD, "Delete it", "c", "p");
      write(new Entry.Intent(note));
      write(new Entry.Outcome(fingerprint, "S-001", POD, "unknown", "", Optional.empty()));
    }
    assertThat(AppliedChanges.of(lines).lost()).extracting(Lost::line).containsExactly(3L);
  }

  @Test
  void a_change_whose_way_back_was_masked_is_told_and_not_passed_over() {
    String key = "AKIAIOSFODNN7EXAMPLE";
    TakeBack back = label("1", key);
    Entry.StepNote note = new Entry.StepNote("f", "S-001", "label", POD, "Label it", "c", "p");
    write(new Entry.Intent(note));
    String masked = back.text().replace(key, "[masked aws-key-id 0123456789ab]");
    write(new Entry.WayBack("f", "S-001", masked));
    write(new Entry.Outcome("f", "S-001", POD, "done", "", Optional.empty()));

    assertThat(applied()).isEmpty();
    assertThat(AppliedChanges.of(lines).lost())
        .singleElement()
        .satisfies(lost -> {
          assertThat(lost.title()).isEqualTo("Label it");
          assertThat(lost.stands()).isTrue();
        });
  }

  @Test
  void a_recovery_that_was_approved_ends_what_was_proven_before_it() {
    PodRef pod = new PodRef("shop", "web", "uid-web");
    Connections blocked = new Connections(State.BLOCKED, State.BLOCKED, State.BLOCKED, "as it was");
    write(new Entry.Isolated("f", pod, blocked));
    assertThat(Proven.last(lines)).containsKey("uid-web");

    write(new Entry.Approved("recover", "g", 1, List.of()));

    assertThat(Proven.last(lines)).isEmpty();
  }

  @Test
  void what_was_cut_off_before_its_outcome_counts_too() {
    step("isolate", "S-001", label("1", "0"), "");
    assertThat(applied()).hasSize(1);
  }

  @Test
  void the_probes_of_a_suspect_are_looked_for_once_also_where_one_was_cut_off() {
    TakeBack probes = new TakeBack.RemoveProbes(ObservedKind.POD.ref("shop", "", ""), "uid-web");
    step("isolate", "S-001", probes, "done");
    step("isolate", "S-009", probes, "");
    assertThat(TakeBack.read(probes.text())).contains(probes);
    assertThat(applied()).extracting(Applied::back).containsExactly(probes);
  }

  @Test
  void what_was_refused_or_so_before_is_not_the_case_s() {
    step("isolate", "S-001", label("1", "0"), "refused");
    step("isolate", "S-002", label("1", "0"), "already-so");
    step("isolate", "S-003", label("1", "0"), "not-started");
    assertThat(applied()).isEmpty();
  }

  @Test
  void a_field_that_was_changed_twice_goes_back_to_its_first_value() {
    step("isolate", "S-001", label("1", "0"), "done");
    step("isolate", "S-002", label("2", "1"), "done");
    assertThat(applied()).extracting(Applied::back).containsExactly(label("2", "0"));
  }

  @Test
  void what_a_recovery_took_back_is_forgotten_and_may_be_changed_anew() {
    step("isolate", "S-001", label("1", "0"), "done");
    step("recover", "S-001", label("0", "1"), "done");
    assertThat(applied()).isEmpty();
    step("isolate", "S-002", label("2", "5"), "done");
    assertThat(applied()).extracting(Applied::back).containsExactly(label("2", "5"));
  }

  @Test
  void a_policy_is_known_by_the_uid_that_it_was_given() {
    ObjectRef made = ObservedKind.NETWORK_POLICY.ref("shop", "p", "uid-p");
    step("isolate", "S-001", new TakeBack.Remove(POLICY, "q"), "done", made);
    assertThat(applied().getFirst().back().target()).isEqualTo(made);
  }

  @Test
  void a_way_back_in_which_something_was_masked_is_not_followed() {
    step("isolate", "S-001", label("\"[masked option 0123456789ab]\"", "0"), "done");
    assertThat(applied()).isEmpty();
  }

  private static final TakeBack FROZEN =
      new TakeBack.Resume(
          POD,
          "n1",
          new DisposeStep.Kept("app", "Always", true),
          new ContainerId(ContainerId.Engine.CONTAINERD, "4f"));

  private void elsewhere(String action, String command, TakeBack back, String verdict) {
    Entry.StepNote note = new Entry.StepNote(action, "S-001", action, POD, "t", command, "p");
    if (!action.equals("node-resume")) {
      write(new Entry.WayBack(action, "S-001", back.text()));
    }
    write(new Entry.DoneElsewhere(note, "bo", Instant.EPOCH, ""));
    if (!verdict.isEmpty()) {
      write(new Entry.Verified(action, "S-001", POD, verdict, ""));
    }
  }

  @Test
  void what_was_frozen_on_a_node_stands_until_it_was_resumed_there() {
    elsewhere("node-pause", "ctr -n k8s.io tasks pause 4f", FROZEN, "cannot-tell");
    assertThat(applied()).singleElement().satisfies(a -> assertThat(a.back()).isEqualTo(FROZEN));

    elsewhere("node-resume", "ctr -n k8s.io tasks resume 4f", FROZEN, "cannot-tell");
    assertThat(applied()).isEmpty();
  }

  @Test
  void a_resumption_that_nobody_read_again_leaves_it_open() {
    elsewhere("node-pause", "ctr -n k8s.io tasks pause 4f", FROZEN, "cannot-tell");
    elsewhere("node-resume", "ctr -n k8s.io tasks resume 4f", FROZEN, "");
    assertThat(applied()).hasSize(1);
  }

  @Test
  void another_container_that_was_resumed_is_another_container() {
    elsewhere("node-pause", "ctr -n k8s.io tasks pause 4f", FROZEN, "cannot-tell");
    elsewhere("node-resume", "ctr -n k8s.io tasks resume 5a", FROZEN, "cannot-tell");
    assertThat(applied()).hasSize(1);
  }

  @Test
  void what_was_said_to_be_done_elsewhere_counts_unless_a_read_says_that_it_is_not_so() {
    step("isolate", "S-001", label("1", "0"), "done");
    elsewhere("quarantine-pod", "kubectl", label("2", "1"), "does-not-hold");
    assertThat(applied()).singleElement().satisfies(a -> assertThat(a.line()).isEqualTo(2));

    elsewhere("quarantine-pod", "kubectl", label("2", "1"), "holds");
    assertThat(applied())
        .singleElement()
        .satisfies(a -> assertThat(a.back()).isEqualTo(label("2", "0")));
  }

  @Test
  void what_nobody_read_again_may_have_been_done() {
    elsewhere("node-pause", "ctr -n k8s.io tasks pause 4f", FROZEN, "");
    assertThat(applied()).hasSize(1);
    assertThat(TakeBack.read(FROZEN.text())).contains(FROZEN);
  }
}
