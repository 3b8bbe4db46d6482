package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.adapter.kubernetes.KubeconfigDirectory;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.Reconciler;
import org.lazaretto.execute.RunResult;
import org.lazaretto.execute.Waiver;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.journal.Verification;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.Wizard;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.Wish;

/** A small cluster with a suspect in it, and one wizard that is disturbed at one of its changes. */
final class Trial implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PODS = 12;
  private static final String QUARANTINE = "trial";

  private final Path home;
  private final Workstation workstation;
  private final PracticeRange range;
  private final Wizard wizard;
  private final int turn;
  private final Pod suspect;
  private final String node;
  private final Scene scene;
  private final Set<String> prepared = new HashSet<>();
  private Path folder;
  private Incident incident;

  Trial(Path home, Workplace place, Wizard wizard, int turn) throws Exception {
    this.home = home;
    this.wizard = wizard;
    this.turn = turn;
    this.folder = home.resolve("case");
    Wish.Place small = new Wish.Place.Sized(3, PODS, 1);
    range = PracticeRange.start(new Wish(small, new Wish.Pace.Running(20), home.resolve("range")));
    workstation =
        new Workstation(
            new Workstation.Doors(
                new KubeconfigDirectory(Optional.of(range.kubeconfig())),
                new LocalWorlds(),
                new CaseFolders(home)),
            place);
    incident = opened(folder);
    suspect = incident.snapshot().pods().iterator().next();
    node = suspect.node().orElseThrow();
    scene = new Scene(range, suspect, node);
    incident.mark(suspect.ref(), "a trial");
    if (wizard == Wizard.EVACUATE) {
      carryOut(plan(Wizard.CORDON), Progress.SILENT);
      until("the cordon is seen", this::seesWhatStands);
    }
    if (wizard == Wizard.RECOVER) {
      Plan isolation = plan(Wizard.ISOLATE);
      prepared.add(isolation.fingerprint());
      carryOut(isolation, Progress.SILENT);
      until("the isolation is seen", this::seesWhatStands);
    }
  }

  private Incident opened(Path at) throws SessionException {
    Incident open = workstation.open("generated", Optional.of(at));
    until("the pods are seen", () -> open.snapshot().podCount() >= PODS);
    until(
        "all kinds are listed",
        () ->
            Stream.of(ObservedKind.values())
                .allMatch(kind -> open.snapshot().health(kind) instanceof KindHealth.Synced));
    return open;
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private Plan plan(Wizard of) throws SessionException {
    List<PodRef> suspects = List.of(suspect.ref());
    Isolation untried = new Isolation(Isolation.Services.KEEP, true, false, "");
    return switch (of) {
      case ISOLATE -> incident.plan(new Request.Isolate(suspects, QUARANTINE, untried));
      case RECOVER -> incident.plan(new Request.Recover(suspects, "the tag is pinned", List.of()));
      default -> {
        Request.Decisions all = new Request.Decisions(true, true, true, true);
        List<String> names = List.of(suspect.ref().path());
        yield incident.plan(
            new PlanWish(of, names, List.of(), Request.Method.EVICT, Map.of(), all));
      }
    };
  }

  private RunResult carryOut(Plan plan, Progress progress) throws SessionException {
    List<Waiver> waivers = new ArrayList<>();
    plan.findings().stream()
        .filter(Finding::waivable)
        .map(Finding::id)
        .distinct()
        .forEach(id -> waivers.add(new Waiver(id, "a trial")));
    waivers.add(new Waiver("E-api-state", "a trial"));
    Order order = new Order(plan, plan.fingerprint(), waivers, "a trial");
    return incident.carryOut(order, progress, new Cancellation());
  }

  /** Carries the wizard out; the misfortune strikes when the intent of its change is on disk. */
  void carryOutUnder(Misfortune misfortune) throws SessionException {
    Plan plan = plan(wizard);
    Step struck = struck(plan);
    carryOut(plan, new AtStart(struck, misfortune.on(range)));
    range.faults().clear();
  }

  private Step struck(Plan plan) {
    List<Step> changes = plan.steps().stream().filter(Trial::changes).toList();
    assertThat(changes).as("changes of the plan").hasSizeGreaterThan(turn);
    return changes.get(turn);
  }

  private static boolean changes(Step step) {
    return !(step instanceof CaptureStep || step instanceof EvacuateStep.ProveNothingNew);
  }

  /**
   * Carries the wizard out, and then stands before a case with the bytes that were on disk when the
   * intent of its change was: as after a kill that comes when the change has been sent.
   */
  void carryOutUntilKilled() throws SessionException {
    Plan plan = plan(wizard);
    Path left = home.resolve("left");
    carryOut(plan, new AtStart(struck(plan), step -> copy(folder, left)));
    incident.close();
    folder = left;
    incident = opened(left);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many intents nothing has settled. */
  List<JournalLine> openIntents() {
    return Reconciler.open(incident.journal());
  }

  /** What was said on opening of the steps that were cut off. */
  List<String> settled() {
    return incident.notices().stream().filter(told -> told.contains("was cut off")).toList();
  }

  /** Plans again from what stands now, and carries it out. */
  void goOn() throws SessionException {
    until("what stands is seen", this::seesWhatStands);
    Optional<Plan> again = planAgain();
    if (again.isPresent()) {
      RunResult result = carryOut(again.get(), Progress.SILENT);
      assertThat(result).as(result.summary()).isInstanceOf(RunResult.AllHold.class);
    }
  }

  /** Empty if there is nothing left to do. */
  private Optional<Plan> planAgain() throws SessionException {
    try {
      return Optional.of(plan(wizard));
    } catch (SessionException e) {
      assertThat(e.kind()).isEqualTo(SessionException.Kind.HELD);
      return Optional.empty();
    }
  }

  private boolean seesWhatStands() {
    ClusterSnapshot seen = incident.snapshot();
    Set<String> pods = seen.pods().stream().map(pod -> pod.ref().uid()).collect(Collectors.toSet());
    boolean label =
        seen.pod(suspect.ref().uid()).orElseThrow().labels().containsKey(Quarantine.KEY);
    return pods.equals(scene.pods(_ -> true))
        && seen.node(node).map(Node::unschedulable).orElse(false) == scene.cordoned()
        && seen.uids(ObservedKind.NETWORK_POLICY).size() == scene.policies()
        && label == scene.stands(Wizard.ISOLATE, suspect.object());
  }

  /** The last word on each object is right about the cluster; the chain holds. */
  void toldTheTruth() throws JournalException {
    Verification found = Verification.of(new CaseFolders(home).at(folder));
    assertThat(found.problems()).isEmpty();
    assertThat(openIntents()).as("intents that nothing settled").isEmpty();
    Map<ObjectRef, String> last = new HashMap<>();
    for (JournalLine line : incident.journal()) {
      if (line.entry() instanceof Entry.Verified seen && ours(seen)) {
        last.put(seen.target(), seen.verdict());
      }
    }
    last.forEach((target, verdict) ->
        assertThat(verdict.equals("holds"))
            .as(verdict + " of " + target.path())
            .isEqualTo(scene.stands(wizard, target)));
  }

  /** Of a node only the cordon is looked at; what was done to prepare the trial is not. */
  private boolean ours(Entry.Verified seen) {
    return switch (wizard) {
      case EVACUATE -> !seen.target().kind().equals("Node");
      case RECOVER -> !prepared.contains(seen.fingerprint());
      default -> true;
    };
  }

  void reachedItsGoal() {
    assertThat(scene.goal(wizard)).as("the goal of " + wizard.word()).isTrue();
  }

  @Override
  public void close() throws IOException {
    incident.close();
    range.close();
  }
}
