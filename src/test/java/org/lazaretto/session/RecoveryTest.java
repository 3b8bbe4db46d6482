package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.fixture.Brisk;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Inverse;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.range.store.ResourceTypes;

/**
 * What is called an exact inverse leaves every object as it was, and what others did in between is
 * asked about.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RecoveryTest {
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  /** A strip is none: the owner may adopt the pod again and delete it (T-11). */
  private static final List<Task> SHUTTING =
      List.of(Task.CORDON, Task.ISOLATE, Task.CLOSE, Task.CREDENTIALS);

  @TempDir private static Path folder;
  private static Grounds grounds;

  @BeforeAll
  static void a_ground_is_chosen() {
    grounds = new Grounds(folder, place(), 1);
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

  private interface Course {
    void of(Ground ground, Responder responder) throws Exception;
  }

  private static DynamicTest held(Task task, String what, Course course) {
    String name = (task + "-" + what).toLowerCase(Locale.ROOT).replace('_', '-');
    return DynamicTest.dynamicTest(
        name,
        () ->
            grounds.hold(ground -> {
              Plot plot = ground.plot(name);
              Path at = folder.resolve(name).resolve("case");
              try (Responder responder = Responder.on(ground, place(), at, plot)) {
                course.of(ground, responder);
              }
              ground.clear(plot);
            }));
  }

  private static Plan recovery(Responder responder, String... left) throws SessionException {
    return responder.plan(
        new Request.Recover(List.of(responder.suspect.ref()), "the tag is pinned", List.of(left)));
  }

  @TestFactory
  Stream<DynamicTest> every_object_under_an_exact_inverse_is_equal_to_what_it_was() {
    return SHUTTING.stream()
        .map(task ->
            held(
                task,
                "back",
                (ground, responder) -> {
                  Plan plan = responder.plan(task);
                  Set<ObjectRef> exact = exact(plan);
                  Map<ObjectRef, JsonNode> before = stored(ground, exact);
                  responder.carriesOut(plan);
                  assertThat(stored(ground, exact)).isNotEqualTo(before);

                  responder.carriesOut(recovery(responder));

                  assertThat(stored(ground, exact)).isEqualTo(before);
                }));
  }

  @TestFactory
  Stream<DynamicTest> so_it_is_when_the_answer_to_every_change_was_lost() {
    return SHUTTING.stream()
        .map(task ->
            held(
                task,
                "lost",
                (ground, responder) -> {
                  Plan plan = responder.plan(task);
                  Set<ObjectRef> exact = exact(plan);
                  Map<ObjectRef, JsonNode> before = stored(ground, exact);
                  responder.carryOut(
                      plan, Set.of(), new LosingAnswers(ground, _ -> true), new Cancellation());
                  ground.untilSeen();
                  assertThat(stored(ground, exact)).isNotEqualTo(before);

                  responder.carriesOut(recovery(responder));

                  assertThat(stored(ground, exact)).isEqualTo(before);
                }));
  }

  @TestFactory
  Stream<DynamicTest> a_probe_s_pod_whose_name_nobody_learned_is_found_and_removed() {
    return Stream.of(
        held(
            Task.ASK,
            "left",
            (ground, responder) -> {
              Plan plan = responder.plan(Task.ASK);
              Cancellation soon = new Cancellation();
              responder.carryOut(
                  plan, Set.of(), new LosingAnswers(ground, step -> stopAt(step, soon)), soon);
              ground.untilSeen();

              Plan back = recovery(responder);
              List<Step> removing =
                  back.steps().stream().filter(ContainStep.RemoveProbe.class::isInstance).toList();
              assertThat(removing).hasSize(1);
              Set<ObjectRef> left = Set.of(removing.getFirst().target());
              assertThat(stored(ground, left)).isNotEmpty();

              responder.carriesOut(back);
              assertThat(new Scene(ground.range.store()).stored(removing.getFirst().target()))
                  .isEmpty();
            }));
  }

  /** The first probe is the last that is sent. */
  private static boolean stopAt(Step step, Cancellation soon) {
    boolean probe = step instanceof ContainStep.ProbeIngress;
    if (probe) {
      soon.cancel();
    }
    return probe;
  }

  /** Each of these requests is carried out, and its answer does not come. */
  private record LosingAnswers(Ground ground, Predicate<Step> these) implements Progress {
    @Override
    public void started(Step step) {
      if (these.test(step)) {
        Misfortune.ANSWER_LOST.strike(ground.range, new Plot(ground.range.store(), ""), "", step);
      }
    }

    @Override
    public void note(String text) {}

    @Override
    public void waiting(Step step, String why) {}

    @Override
    public void ended(Step step, StepOutcome outcome) {}

    @Override
    public void verified(Step step, Verdict verdict) {}
  }

  /** The objects that every step of the plan takes back exactly. */
  private static Set<ObjectRef> exact(Plan plan) {
    Set<ObjectRef> exact = new LinkedHashSet<>();
    Set<ObjectRef> other = new HashSet<>();
    for (Step step : plan.steps()) {
      boolean is = Cards.inverse(plan.cluster(), step) instanceof Inverse.Exact;
      (is ? exact : other).add(step.target());
    }
    exact.removeAll(other);
    return exact;
  }

  /**
   * The objects as they are stored, but for what counts or dates versions and what nodes report.
   */
  private static Map<ObjectRef, JsonNode> stored(Ground ground, Set<ObjectRef> refs) {
    Scene scene = new Scene(ground.range.store());
    Map<ObjectRef, JsonNode> trees = new HashMap<>();
    for (ObjectRef ref : refs) {
      scene
          .stored(ref)
          .ifPresent(found -> {
            ObjectNode tree = found.tree().deepCopy();
            ((ObjectNode) tree.path("metadata"))
                .remove(List.of("resourceVersion", "managedFields", "generation"));
            tree.remove("status");
            trees.put(ref, tree);
          });
    }
    return trees;
  }

  @TestFactory
  Stream<DynamicTest> what_somebody_else_changed_in_between_is_shown_and_asked() {
    return SHUTTING.stream()
        .map(task ->
            held(
                task,
                "foreign",
                (ground, responder) -> {
                  Plan plan = responder.plan(task);
                  responder.carriesOut(plan);
                  for (Step step : plan.steps()) {
                    if (step instanceof ContainStep.EditFields edit) {
                      foreign(ground, responder, edit);
                    }
                  }
                }));
  }

  /**
   * Both values are shown, nothing is sent without a waiver, and the object can be left as it is.
   */
  private static void foreign(Ground ground, Responder responder, ContainStep.EditFields step)
      throws Exception {
    for (FieldEdit edit : step.edits()) {
      if (edit instanceof FieldEdit.Value ours && step.purpose() != Purpose.EXPEL) {
        ObjectNode before = change(ground, step.target(), ours.pointer());
        ground.untilSeen();
        Plan recovery = recovery(responder);
        Set<ObjectRef> target = Set.of(step.target());
        Map<ObjectRef, JsonNode> foreign = stored(ground, target);

        assertThat(recovery.findings())
            .filteredOn(finding -> finding.id().equals("R-01"))
            .singleElement()
            .satisfies(finding -> {
              assertThat(finding.objects()).containsExactly(step.target());
              assertThat(finding.text()).contains(ours.pointer(), "foreign");
              assertThat(finding.text()).contains(ours.wanted().orElse("nothing"));
            });
        assertThatThrownBy(() ->
                responder.carryOut(recovery, Set.of("R-01"), Progress.SILENT, new Cancellation()))
            .isInstanceOf(SessionException.class)
            .hasMessageContaining("R-01");
        assertThat(stored(ground, target)).isEqualTo(foreign);
        ObjectRef ref = step.target();
        String left = ref.namespace() + "/" + ref.kind() + "/" + ref.name();
        assertThat(targets(responder, left)).doesNotContain(ref);
        put(ground, step.target(), before);
        ground.untilSeen();
      }
    }
  }

  /** What a recovery changes that leaves an object alone; nothing, if that was all. */
  private static List<ObjectRef> targets(Responder responder, String left) {
    try {
      return recovery(responder, left).steps().stream().map(Step::target).toList();
    } catch (SessionException nothingElse) {
      assertThat(nothingElse.kind()).isEqualTo(SessionException.Kind.HELD);
      return List.of();
    }
  }

  /** Gives a field another value, as somebody else would; the object as it was. */
  private static ObjectNode change(Ground ground, ObjectRef ref, String pointer) {
    ObjectNode before = new Scene(ground.range.store()).stored(ref).orElseThrow().tree();
    ObjectNode after = before.deepCopy();
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    String key = pointer.substring(parent.length() + 1).replace("~1", "/").replace("~0", "~");
    ObjectNode holder = (ObjectNode) after.at(parent);
    if (holder.path(key) instanceof ArrayNode list) {
      list.addObject().put("key", "foreign").put("kind", "User").put("operator", "Exists");
    } else {
      holder.put(key, "foreign");
    }
    put(ground, ref, after);
    return before;
  }

  private static void put(Ground ground, ObjectRef ref, ObjectNode tree) {
    ground
        .range
        .store()
        .update(
            ResourceTypes.ofKind(ref.apiVersion(), ref.kind()).orElseThrow(),
            ref.namespace(),
            ref.name(),
            now -> {
              ObjectNode next = tree.deepCopy();
              ((ObjectNode) next.path("metadata"))
                  .set("resourceVersion", now.path("metadata").path("resourceVersion"));
              return next;
            });
  }
}
