package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.CaseJournal;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;

/** A run of many threads that writes into a case folder. */
class RunOnDiskTest {
  private static final Author ANA = new Author("Ana", "ana", "bench-3", "1", "0.1.0");

  @TempDir private Path folder;

  @Test
  void what_many_threads_did_stands_in_order_in_an_unbroken_chain() throws Exception {
    Stage stage = Stage.of(cluster());
    stage.cordon("node-a1");
    stage.before.podsOn("node-a1").forEach(pod -> stage.evict(pod.ref().path()));
    Plan plan = stage.prove("node-a1").plan();

    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    try (CaseJournal journal = create()) {
      run(stage, plan, journal, heard);
    }

    try (CaseJournal journal = CaseJournal.open(stores(), ANA, clock())) {
      List<JournalLine> lines = journal.lines();
      for (Step step : plan.steps()) {
        assertThat(story(lines, step)).containsExactly("intent", "done", "holds");
      }
      assertThat(Reconciler.open(lines)).isEmpty();
    }
    assertThat(heard.stream().filter(word -> word.startsWith("gone"))).hasSize(40);
    assertThat(heard).hasSize(42 * 3 + 40);
  }

  private static ClusterBuilder cluster() {
    ClusterBuilder builder = new ClusterBuilder().node("node-a1", "a").node("node-b2", "b");
    String[] all = new String[8];
    Arrays.fill(all, "node-a1");
    for (int i = 0; i < 5; i++) {
      builder.deployment("shop", "w" + i, Template.of("w" + i), all);
    }
    return builder;
  }

  private CaseJournal create() throws Exception {
    CaseInfo info = new CaseInfo("IR-1", "many", Clusters.IDENTITY.uid(), "practice", true);
    return CaseJournal.create(stores(), info, ANA, clock());
  }

  private org.lazaretto.port.CaseStores stores() {
    return new CaseFolders().at(folder.resolve("case"));
  }

  private static CaseClock clock() {
    return CaseClock.steady(InstantSource.system());
  }

  private static void run(Stage stage, Plan plan, CaseJournal journal, List<String> heard)
      throws Exception {
    Duration day = Duration.ofDays(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Timing timing =
          new Timing(
              stage.time,
              stage.time,
              threads,
              () -> 0.5,
              new Patience(day, day, day, day, day, day),
              Timing.USUAL_IN_FLIGHT);
      var approval =
          (ApprovalResult.Granted)
              new Approver(stage.cluster, journal)
                  .approve(plan, plan.fingerprint(), Waiver.shownBy(plan, "E-api-state", "a test"));
      RunResult result =
          new Runner(stage.cluster, stage.cluster, journal, timing, "lazaretto test")
              .run(plan, approval.approval(), listener(heard), stage.cancellation);
      assertThat(result).isInstanceOf(RunResult.AllHold.class);
    }
  }

  private static RunListener listener(List<String> heard) {
    return new RunListener() {
      @Override
      public void started(Step step) {
        heard.add("started " + step.id());
      }

      @Override
      public void waiting(Step step, String why) {
        heard.add("waiting " + step.id());
      }

      @Override
      public void gone(Step step) {
        heard.add("gone " + step.id());
      }

      @Override
      public void ended(Step step, StepOutcome outcome) {
        heard.add("ended " + step.id());
      }

      @Override
      public void verified(Step step, Verdict verdict) {
        heard.add("verified " + step.id());
      }
    };
  }

  private static List<String> story(List<JournalLine> lines, Step step) {
    String id = step.id().toString();
    List<String> story = new ArrayList<>();
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.Intent(var note, _) when note.step().equals(id) -> story.add("intent");
        case Entry.Outcome outcome when outcome.step().equals(id) -> story.add(outcome.outcome());
        case Entry.Verified found when found.step().equals(id) -> story.add(found.verdict());
        default -> {}
      }
    }
    return story;
  }
}
