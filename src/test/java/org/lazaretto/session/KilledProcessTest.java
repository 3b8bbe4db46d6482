package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.execute.Reconciler;
import org.lazaretto.fixture.Brisk;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.journal.Verification;
import org.lazaretto.launch.Launcher;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.json.PlanJson;
import org.lazaretto.range.http.Faults.Fault;
import org.lazaretto.range.http.Faults.Turn;

/**
 * The program itself is killed between the intent of a change and its outcome, while the server has
 * made the change and its answer is on the way.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KilledProcessTest {
  /** Long enough to be killed in, short enough to be waited for. */
  private static final Duration LATE = Duration.ofSeconds(4);

  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  @TempDir private static Path folder;
  private static Ground ground;

  @BeforeAll
  static void open() throws Exception {
    ground = new Ground(folder.resolve("range"), place());
  }

  @AfterAll
  static void close() throws Exception {
    ground.close();
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
  Stream<DynamicTest> a_killed_program_finds_out_what_became_of_its_change_and_goes_on() {
    return Stream.of(Task.CORDON, Task.ISOLATE, Task.DISPOSE_PODS)
        .map(task -> DynamicTest.dynamicTest(task.name(), () -> killed(task)));
  }

  private static void killed(Task task) throws Exception {
    String name = task.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    Path at = folder.resolve(name).resolve("case");
    Plot plot = ground.plot(name);
    Scene scene = new Scene(ground.range.store());
    Responder before = Responder.on(ground, place(), at, plot);
    Plan plan = before.plan(task);
    Step struck = plan.steps().stream().filter(Actions::changes).findFirst().orElseThrow();
    before.close();
    Path file = folder.resolve(name + ".json");
    Files.writeString(file, PlanJson.write(plan), StandardCharsets.UTF_8);
    ground
        .range
        .faults()
        .strike(
            Misfortune.request(struck),
            Turn.all(), // dry runs too: nobody knows how often one has to be made
            new Fault.LateAnswer(LATE));

    Process process = apply(file, plan, at);
    Ground.until("the change is made", () -> !process.isAlive() || scene.stands(struck));
    assertThat(process.isAlive()).as(said(at)).isTrue();
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    ground.range.faults().clear();

    try (Responder after = before.reopened(at)) {
      assertThat(Reconciler.open(after.desk.journal().lines())).hasSize(1);
      assertThat(after.desk.settle(ground.session.connection().reads()))
          .singleElement()
          .asString()
          .contains("holds");
      ground.untilSeen();
      goOn(after, task);
      assertThat(plan.steps()).allMatch(scene::stands);
      assertThat(Verification.of(new CaseFolders().at(at)).problems()).isEmpty();
    }
    ground.clear(plot);
  }

  private static void goOn(Responder after, Task task) throws SessionException {
    try {
      after.carriesOut(after.plan(task));
    } catch (SessionException nothingLeft) {
      assertThat(nothingLeft.kind())
          .isIn(SessionException.Kind.HELD, SessionException.Kind.NOTHING);
    }
  }

  private static String said(Path at) throws Exception {
    Path said = at.resolveSibling("said.txt");
    return Files.exists(said) ? Files.readString(said) : "";
  }

  /** The program as people start it, which waives what holds the plan. */
  private static Process apply(Path file, Plan plan, Path at) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.addAll(List.of(Launcher.class.getName(), "apply", file.toString()));
    words.addAll(List.of("--kubeconfig", ground.range.kubeconfig().toString()));
    words.addAll(List.of("--case", at.toString(), "--approve", plan.fingerprint()));
    plan.findings().forEach(finding -> words.addAll(List.of("--waive", finding.id() + "=a trial")));
    for (EvidenceClass kind : EvidenceClass.values()) {
      words.addAll(List.of("--waive", kind.guard() + "=a trial"));
    }
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(at.resolveSibling("said.txt").toFile())
        .start();
  }
}
