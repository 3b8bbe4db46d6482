package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** What is left of a plan that was handed over: what nobody has read since is not done. */
class PaperWorkTest {
  private static final Step STEP =
      new DisposeStep.DeleteToken(
          new StepId(1), new ObjectRef("v1", "Secret", "shop", "old", "uid-1"));
  private static final Plan PLAN =
      Plan.of(
          Clusters.IDENTITY,
          new Request.Credentials(List.of(Clusters.miner()), true, true),
          List.of(STEP));

  private final List<JournalLine> lines = new ArrayList<>();

  private void write(Entry entry) {
    lines.add(new JournalLine(lines.size() + 1, Instant.EPOCH, "", "", "ann", entry));
  }

  private void told() {
    write(Entry.DoneElsewhere.of(PLAN, STEP, "bo", Instant.EPOCH, "by kubectl"));
  }

  private void read(String verdict) {
    write(new Entry.Verified(PLAN.fingerprint(), "S-001", STEP.target(), verdict, ""));
  }

  @Test
  void a_step_whose_read_was_cut_off_stays_left_until_it_was_read() {
    told();
    assertThat(PaperWork.left(PLAN, lines)).containsExactly(STEP);
    assertThat(PaperWork.unread(lines)).extracting(JournalLine::number).containsExactly(1L);
    assertThat(HandedOver.of(PLAN, lines).lines().getFirst())
        .satisfies(line -> {
          assertThat(line.left()).isTrue();
          assertThat(line.told()).get().extracting(HandedOver.Told::verdict).isEqualTo("");
        });

    read("holds");
    assertThat(PaperWork.left(PLAN, lines)).isEmpty();
    assertThat(PaperWork.unread(lines)).isEmpty();
  }

  @Test
  void a_later_word_asks_for_a_read_of_its_own() {
    told();
    read("holds");
    told();
    assertThat(PaperWork.left(PLAN, lines)).containsExactly(STEP);
    read("does-not-hold");
    assertThat(PaperWork.left(PLAN, lines)).containsExactly(STEP);
    assertThat(PaperWork.unread(lines)).isEmpty();
  }

  @Test
  void what_cannot_be_told_was_read_and_what_was_done_here_is_done() {
    told();
    read("cannot-tell");
    assertThat(PaperWork.left(PLAN, lines)).isEmpty();

    lines.clear();
    write(
        new Entry.Outcome(
            PLAN.fingerprint(), "S-001", STEP.target(), "done", "", java.util.Optional.empty()));
    assertThat(PaperWork.left(PLAN, lines)).isEmpty();
  }

  @Test
  void what_is_said_to_be_done_bears_where_an_intruder_could_notice_it() {
    told();
    assertThat(lines.getFirst().entry())
        .isInstanceOfSatisfying(
            Entry.DoneElsewhere.class, entry -> assertThat(entry.visible()).isEqualTo("api"));
  }
}
