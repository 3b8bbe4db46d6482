package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.model.ObjectRef;

class OpenIntentsTest {
  private static final ObjectRef NODE = new ObjectRef("v1", "Node", "", "n1", "uid-1");

  private final List<JournalLine> lines = new ArrayList<>();

  @Test
  void an_intent_with_an_outcome_is_not_open() {
    write(intent("f", "s1"));
    write(intent("f", "s2"));
    write(outcome("f", "s1"));

    assertThat(OpenIntents.of(lines))
        .singleElement()
        .satisfies(open -> assertThat(open.line()).isEqualTo(2))
        .satisfies(open -> assertThat(open.step().step()).isEqualTo("s2"));
  }

  @Test
  void the_same_step_of_another_plan_is_another_step() {
    write(intent("f", "s1"));
    write(outcome("g", "s1"));

    assertThat(OpenIntents.of(lines)).hasSize(1);
  }

  @Test
  void what_was_reconciled_is_not_open_again() {
    write(intent("f", "s1"));
    write(new Entry.Reconciled(1, "s1", NODE, "holds", "it is cordoned"));

    assertThat(OpenIntents.of(lines)).isEmpty();
  }

  @Test
  void an_outcome_ends_the_latest_intent_and_leaves_an_earlier_one_open() {
    write(intent("f", "s1"));
    write(intent("f", "s1"));
    write(outcome("f", "s1"));

    assertThat(OpenIntents.of(lines)).extracting(OpenIntents.OpenIntent::line).containsExactly(1L);
  }

  private void write(Entry entry) {
    lines.add(new JournalLine(lines.size() + 1L, Instant.EPOCH, "", "", "Ana", entry));
  }

  private static Entry intent(String fingerprint, String step) {
    return new Entry.Intent(
        new Entry.StepNote(fingerprint, step, "cordon-node", NODE, "Cordon", "kubectl", "2.1"));
  }

  private static Entry outcome(String fingerprint, String step) {
    return new Entry.Outcome(fingerprint, step, NODE, "done", "cordoned", Optional.empty());
  }
}
