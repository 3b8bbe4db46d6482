package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.fixture.Brisk;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.range.http.Faults.Fault;

/**
 * Each misfortune at each change of each task in turn: the journal tells the truth, the chain
 * holds, and when the world is mended a new plan reaches what the old one was after.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class BrokenWorldTest {
  private static final int AT_ONCE = 3;
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir private static Path folder;
  private static Grounds grounds;

  @BeforeAll
  static void the_grounds_are_chosen() {
    grounds = new Grounds(folder, place(), AT_ONCE);
  }

  @AfterAll
  static void everything_ends() throws Exception {
    grounds.close();
    THREADS.close();
  }

  private static Workplace place() {
    return new Workplace(
        new Author("tester", "tester", "test", "1", "test"),
        new CaseClock(InstantSource.system(), System::nanoTime),
        new Brisk(),
        THREADS);
  }

  @TestFactory
  Stream<DynamicTest> a_step_that_meets_with_a_misfortune_is_told_truly_and_can_be_gone_on_from() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Turn turn : turns()) {
      for (Misfortune misfortune : Misfortune.values()) {
        if (misfortune.fits(turn.task, turn.change)) {
          tests.add(
              begun(
                  turn,
                  misfortune.name(),
                  trial -> {
                    trial.carryOutUnder(misfortune);
                    trial.toldTheTruth();
                    trial.goOn();
                    trial.toldTheTruth();
                    trial.reachedItsGoal();
                  }));
        }
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> a_program_that_was_killed_after_an_intent_finds_out_what_became_of_it() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Turn turn : turns()) {
      for (Kill kill : kills(turn)) {
        tests.add(
            begun(
                turn,
                "killed " + kill,
                trial -> {
                  trial.carryOutUntilKilled(kill);
                  trial.toldTheTruth();
                  trial.goOn();
                  trial.toldTheTruth();
                  trial.reachedItsGoal();
                }));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> what_is_recorded_as_done_by_hand_is_checked_truly() {
    Map<String, Fault> faults =
        Map.of("cut off", new Fault.LostRequest(), "server down", Fault.unavailable());
    List<DynamicTest> tests = new ArrayList<>();
    for (Task task : List.of(Task.CORDON, Task.ISOLATE, Task.CREDENTIALS, Task.DISPOSE_PODS)) {
      faults.forEach((what, fault) ->
          tests.add(
              begun(
                  new Turn(task, 0),
                  "by hand, " + what,
                  trial -> {
                    trial.recordUnder(fault);
                    trial.toldTheTruth();
                    trial.reachedItsGoal();
                  })));
    }
    for (Task task : List.of(Task.CORDON, Task.DISPOSE_PODS)) {
      tests.add(
          begun(
              new Turn(task, 0),
              "by hand, killed before the check",
              trial -> {
                trial.recordUntilKilled();
                trial.toldTheTruth();
                trial.reachedItsGoal();
              }));
    }
    return tests.stream();
  }

  @Test
  void a_pod_under_two_budgets_from_the_start_holds_the_plan_and_nothing_is_sent()
      throws Exception {
    grounds.hold(ground -> {
      Plot plot = ground.plot("two-budgets");
      try (Responder responder =
          Responder.on(ground, place(), folder.resolve("two-budgets"), plot)) {
        responder.carriesOut(responder.plan(Task.CORDON));
        plot.budget("one", "web");
        plot.budget("two", "web");
        ground.untilSeen();
        Plan plan = responder.plan(Task.EVICT);

        assertThat(plan.findings())
            .anyMatch(finding -> finding.id().equals("T-18") && finding.waivable());
        assertThatThrownBy(
                () -> responder.carryOut(plan, Set.of(), Progress.SILENT, new Cancellation()))
            .hasMessageContaining("more than one PodDisruptionBudget")
            .hasMessageContaining("Nothing was sent.");
      }
      ground.clear(plot);
    });
  }

  @Test
  void labels_that_are_put_back_may_be_taken_up_by_a_controller() throws Exception {
    grounds.hold(ground -> {
      Plot plot = ground.plot("stripped");
      try (Responder responder = Responder.on(ground, place(), folder.resolve("stripped"), plot)) {
        List<PodRef> suspect = List.of(responder.suspect.ref());
        Request.Recover back = new Request.Recover(suspect, "the tag is pinned", List.of());
        responder.carriesOut(responder.plan(Task.ISOLATE));
        assertThat(responder.plan(back).findings()).extracting(Finding::id).doesNotContain("T-11");
        responder.carriesOut(responder.plan(Task.STRIP));

        assertThat(responder.plan(back).findings()).extracting(Finding::id).contains("T-11");
      }
      ground.clear(plot);
    });
  }

  private interface Course {
    void of(Trial trial) throws Exception;
  }

  /** A test that waits for a trial; the trials run beside each other, since they mostly wait. */
  private static DynamicTest begun(Turn turn, String what, Course course) {
    String test = "%s, change %d, %s".formatted(turn.task, turn.change + 1, what);
    String name = "trial-" + NUMBER.incrementAndGet();
    Future<?> under =
        THREADS.submit(() -> {
          grounds.hold(ground -> {
            Path home = folder.resolve(name);
            try (Trial trial = new Trial(ground, place(), home, name, turn.task, turn.change)) {
              course.of(trial);
            }
          });
          return true;
        });
    return DynamicTest.dynamicTest(
        test,
        () -> {
          try {
            under.get();
          } catch (ExecutionException e) {
            throw e.getCause();
          }
        });
  }

  private static List<Kill> kills(Turn turn) {
    return turn.task.repeats(turn.change) ? List.of(Kill.AFTER_IT_IS_SENT) : List.of(Kill.values());
  }

  private record Turn(Task task, int change) {}

  private static List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    for (Task task : Task.values()) {
      task.own().forEach(change -> turns.add(new Turn(task, change)));
    }
    return turns;
  }
}
