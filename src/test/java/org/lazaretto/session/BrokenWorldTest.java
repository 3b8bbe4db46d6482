package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.plan.Wizard;

/**
 * Each misfortune at each step in turn: the journal tells the truth, the chain holds, and when the
 * world is mended a new plan reaches what the old one was after.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class BrokenWorldTest {
  private static final Semaphore AT_ONCE = new Semaphore(4);
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  @TempDir private static Path folder;

  @AfterAll
  static void the_threads_end() {
    THREADS.close();
  }

  private static Workplace place() {
    return new Workplace(
        new Author("tester", "tester", "test", "1", "test"),
        new CaseClock(InstantSource.system(), System::nanoTime),
        THREADS);
  }

  @TestFactory
  Stream<DynamicTest> a_step_that_meets_with_a_misfortune_is_told_truly_and_can_be_gone_on_from() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Misfortune misfortune : Misfortune.values()) {
      for (Turn turn : TURNS) {
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
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> a_program_that_was_killed_after_an_intent_finds_out_what_became_of_it() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Turn turn : TURNS) {
      tests.add(
          begun(
              turn,
              "killed",
              trial -> {
                trial.carryOutUntilKilled();
                assertThat(trial.settled()).as("what was told on opening").isNotEmpty();
                trial.goOn();
                trial.toldTheTruth();
                trial.reachedItsGoal();
              }));
    }
    return tests.stream();
  }

  private interface Course {
    void of(Trial trial) throws Exception;
  }

  /** A test that waits for a trial; the trials run beside each other, since they mostly wait. */
  private static DynamicTest begun(Turn turn, String what, Course course) {
    String name = "%s, change %d, %s".formatted(turn.wizard.word(), turn.step + 1, what);
    Future<?> under =
        THREADS.submit(() -> {
          AT_ONCE.acquire();
          try (Trial trial = new Trial(folder.resolve(name), place(), turn.wizard, turn.step)) {
            course.of(trial);
            return true;
          } finally {
            AT_ONCE.release();
          }
        });
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try {
            under.get();
          } catch (ExecutionException e) {
            throw e.getCause();
          }
        });
  }

  private record Turn(Wizard wizard, int step) {}

  private static final List<Turn> TURNS =
      List.of(
          new Turn(Wizard.CORDON, 0),
          new Turn(Wizard.EVACUATE, 0),
          new Turn(Wizard.EVACUATE, 2),
          new Turn(Wizard.ISOLATE, 0),
          new Turn(Wizard.ISOLATE, 1),
          new Turn(Wizard.RECOVER, 0),
          new Turn(Wizard.RECOVER, 1));
}
