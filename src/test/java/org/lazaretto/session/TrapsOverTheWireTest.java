package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Request;

/**
 * Each consequence, told of a cluster that is observed over its API: silent in a calm cluster, said
 * as soon as one change makes it so, and silent again without it. A rule whose fields are no longer
 * observed fails here, however right it is about what its own test builds.
 */
class TrapsOverTheWireTest {
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final Map<String, Set<String>> CALM = new HashMap<>();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private static Path folder;
  private static TrapWorld world;

  @BeforeAll
  static void the_cluster_is_calm() throws Exception {
    world = new TrapWorld(folder.resolve("range"), place());
    Traps.all().forEach(trap -> CALM.put(trap.toString(), said(found(trap.calm()))));
  }

  static Workplace place() {
    return new Workplace(
        new Author("tester", "tester", "test", "1", "test"),
        new CaseClock(InstantSource.system(), System::nanoTime),
        THREADS);
  }

  @AfterAll
  static void the_cluster_ends() throws Exception {
    world.close();
    THREADS.close();
  }

  @AfterEach
  void the_trap_is_taken_away() {
    world.putBack();
  }

  static Stream<Trap> traps() {
    return Traps.all().stream();
  }

  @ParameterizedTest
  @MethodSource("traps")
  void a_consequence_is_told_when_it_threatens_and_only_then(Trap trap) {
    Set<String> before = CALM.getOrDefault(trap.toString(), Set.of());
    awaited(trap.calm(), before);
    assertThat(found(trap.calm())).noneMatch(finding -> says(finding, trap));

    trap.changes().forEach(change -> change.accept(world));
    Set<String> after = new HashSet<>(trap.said());
    Set<String> last = new TreeSet<>();
    until(
        () -> trap + ": expected " + after + ", but were " + last,
        () -> {
          List<Finding> found = found(trap.asks());
          last.clear();
          last.addAll(said(found));
          last.removeAll(before);
          return last.equals(after) && found.stream().anyMatch(finding -> says(finding, trap));
        });
    told(trap, found(trap.asks()).stream().filter(finding -> says(finding, trap)).findFirst());

    world.putBack();
    awaited(trap.calm(), before);
  }

  @Test
  void a_plan_for_another_cluster_than_the_cases_is_stopped() {
    Request request = Traps.CORDON.of(world).orElseThrow();

    assertThat(said(planned(request, Optional.of("another-cluster")))).contains("stop T-42");
    assertThat(said(planned(request, Optional.of(world.ground.session.cluster().uid()))))
        .doesNotContain("stop T-42");
  }

  @Test
  void what_may_not_be_listed_is_said_to_be_unknown() throws Exception {
    List<String> unknown = List.of("stop T-43", "warn T-18", "warn T-31", "warn T-32");
    Request request = Traps.KEEPING.of(world).orElseThrow();
    world.deny("statefulsets", "poddisruptionbudgets", "horizontalpodautoscalers");
    world.deny("validatingwebhookconfigurations");

    try (ClusterSession blind = world.ground.again(place())) {
      assertThat(said(blind.plan(request, Optional.empty()).findings())).containsAll(unknown);
    }
    assertThat(said(planned(request, Optional.empty()))).doesNotContainAnyElementsOf(unknown);
  }

  private static void told(Trap trap, Optional<Finding> finding) {
    assertThat(finding).as("%s", trap).isPresent();
    assertThat(finding.get().instead()).isNotBlank();
    assertThat(finding.get().objects()).extracting(ObjectRef::uid).doesNotContain("");
  }

  private static void awaited(Trap.Ask ask, Set<String> expected) {
    until(
        () -> "calm: expected " + expected + ", but were " + said(found(ask)),
        () -> said(found(ask)).equals(expected));
  }

  private static void until(Supplier<String> what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private static boolean says(Finding finding, Trap trap) {
    return named(finding).equals(trap.finding()) && finding.text().contains(trap.phrase());
  }

  private static Set<String> said(List<Finding> findings) {
    Set<String> said = new HashSet<>();
    findings.forEach(finding -> said.add(named(finding)));
    return said;
  }

  private static String named(Finding finding) {
    return finding.severity().word() + " " + finding.id();
  }

  private static List<Finding> found(Trap.Ask ask) {
    return ask.of(world).map(request -> planned(request, Optional.empty())).orElse(List.of());
  }

  private static List<Finding> planned(Request request, Optional<String> caseCluster) {
    try {
      return world.ground.session.plan(request, caseCluster).findings();
    } catch (SessionException e) {
      throw new AssertionError(e);
    }
  }
}
