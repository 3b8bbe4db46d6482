package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.Reconciler;
import org.lazaretto.execute.RunResult;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.journal.Verification;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.range.http.Faults.Fault;
import org.lazaretto.range.http.Faults.Match;
import org.lazaretto.range.http.Faults.Turn;

/** One task, in a case and on a plot of its own, that is disturbed at one of its changes. */
final class Trial implements AutoCloseable {
  private static final int TRIES = 5;
  private static final PaperWork.Told TOLD =
      new PaperWork.Told("a colleague", Instant.EPOCH, "by hand");

  private final Ground ground;
  private final Path home;
  private final Task task;
  private final int change;
  private final Plot plot;
  private final Scene scene;
  private final Map<String, Step> steps = new HashMap<>();
  private final Set<String> prepared = new HashSet<>();
  private Responder responder;
  private Optional<Plan> first = Optional.empty();

  Trial(Ground ground, Workplace place, Path home, String name, Task task, int change)
      throws SessionException {
    this.ground = ground;
    this.home = home;
    this.task = task;
    this.change = change;
    this.plot = ground.plot(name);
    this.scene = new Scene(ground.range.store());
    this.responder = Responder.on(ground, place, home.resolve("case"), plot);
    for (Task earlier : task.before()) {
      Plan plan = plan(earlier);
      prepared.add(plan.fingerprint());
      responder.carriesOut(plan);
    }
  }

  private Plan plan(Task of) throws SessionException {
    Plan plan = responder.plan(of);
    plan.steps().forEach(step -> steps.put(key(plan.fingerprint(), step.id().toString()), step));
    return plan;
  }

  private static String key(String fingerprint, String step) {
    return fingerprint + " " + step;
  }

  private List<JournalLine> lines() {
    return responder.desk.journal().lines();
  }

  private void settle() throws SessionException {
    responder.desk.settle(ground.session.connection().reads());
  }

  /** Plans the task; its changes are as many as it promises. */
  private Step struck() throws SessionException {
    Plan plan = plan(task);
    first = Optional.of(plan);
    List<Step> changes = plan.steps().stream().filter(Actions::changes).toList();
    assertThat(changes).as("changes of the plan").hasSize(task.changes);
    return changes.get(change);
  }

  /** Carries the task out; the misfortune strikes when the intent of its change is on disk. */
  void carryOutUnder(Misfortune misfortune) throws SessionException {
    Step struck = struck();
    At moment = new At(struck);
    moment.started = step -> misfortune.strike(ground.range, plot, ground.node(), step);
    if (misfortune == Misfortune.CONNECTION_LOST) {
      moment.ended = _ -> ground.range.faults().clear();
    }
    responder.carryOut(first.orElseThrow(), Set.of(), moment, new Cancellation());
    misfortune.mend(ground.range, plot);
    assertThat(misfortune.words(struck)).contains(wordOf(struck));
  }

  private String wordOf(Step step) {
    String fingerprint = first.orElseThrow().fingerprint();
    return entries(Entry.Outcome.class)
        .filter(outcome -> outcome.fingerprint().equals(fingerprint))
        .filter(outcome -> outcome.step().equals(step.id().toString()))
        .map(Entry.Outcome::outcome)
        .findFirst()
        .orElseThrow();
  }

  private <T extends Entry> Stream<T> entries(Class<T> type) {
    return lines().stream().map(JournalLine::entry).filter(type::isInstance).map(type::cast);
  }

  /**
   * Carries the task out, and then stands before a case with the bytes that were on disk at that
   * moment of its change: as after a kill. Nothing is sent after that change.
   */
  void carryOutUntilKilled(Kill kill) throws SessionException {
    At moment = new At(struck());
    Cancellation cancellation = new Cancellation();
    Path left = home.resolve("left");
    moment.started =
        step -> {
          cancellation.cancel();
          if (kill == Kill.BEFORE_IT_IS_SENT) {
            Misfortune.REQUEST_LOST.strike(ground.range, plot, ground.node(), step);
          }
          if (kill != Kill.BEFORE_IT_IS_VERIFIED) {
            copy(responder.folder, left);
          }
        };
    moment.ended =
        _ -> {
          if (kill == Kill.BEFORE_IT_IS_VERIFIED) {
            copy(responder.folder, left);
          }
        };
    responder.carryOut(first.orElseThrow(), Set.of(), moment, cancellation);
    ground.range.faults().clear();
    responder = responder.reopened(left);
    assertThat(Reconciler.open(lines())).as("intents that wait").isNotEmpty();
    settle();
  }

  /**
   * Records what was done by hand: first what nobody has done, while the check of it meets with
   * that fault, then what a colleague has done.
   */
  void recordUnder(Fault fault) throws SessionException {
    Plan plan = plan(task);
    first = Optional.of(plan);
    ground.range.faults().strike(Match.of("get", "*"), Turn.all(), fault);
    List<PaperWork.Checked> checked = recorded(plan);
    ground.range.faults().clear();
    assertThat(checked).noneMatch(one -> one.verdict() instanceof Verdict.Holds);
    ground.untilSeen();
    try (Responder colleague = responder.colleague(home.resolve("colleague"))) {
      colleague.carriesOut(colleague.plan(task));
    }
    assertThat(recorded(plan)).allMatch(one -> one.verdict() instanceof Verdict.Holds);
    assertThat(PaperWork.left(plan, lines())).as("what is still to be done").isEmpty();
  }

  /**
   * Records what a colleague has done, and is killed before it is read: what stands before the case
   * then reads it, and says what was lost with it.
   */
  void recordUntilKilled() throws SessionException {
    Plan plan = plan(task);
    first = Optional.of(plan);
    try (Responder colleague = responder.colleague(home.resolve("colleague"))) {
      colleague.carriesOut(colleague.plan(task));
    }
    List<Step> changes = plan.steps().stream().filter(Actions::changes).toList();
    for (Step step : changes) {
      new PaperWork(ground.session, responder.desk).tell(plan, step, TOLD);
    }
    Path left = home.resolve("left");
    copy(responder.folder, left);
    responder = responder.reopened(left);
    assertThat(PaperWork.unread(lines())).hasSameSizeAs(changes);
    List<String> ids = changes.stream().map(step -> step.id().toString()).toList();
    assertThat(new PaperWork(ground.session, responder.desk).read(plan, ids))
        .allMatch(one -> one.verdict() instanceof Verdict.Holds);
    assertThat(PaperWork.unread(lines())).isEmpty();
    boolean ends = task.name().startsWith("DISPOSE");
    assertThat(entries(Entry.Gap.class).filter(gap -> gap.what().contains("was lost")))
        .hasSize(ends ? 4 : 0)
        .allMatch(gap -> gap.what().contains(responder.suspect.ref().uid()))
        .allMatch(gap -> gap.why().contains("done elsewhere by a colleague"));
  }

  private List<PaperWork.Checked> recorded(Plan plan) throws SessionException {
    List<String> ids =
        plan.steps().stream().filter(Actions::changes).map(step -> step.id().toString()).toList();
    return new PaperWork(ground.session, responder.desk).record(plan, ids, TOLD);
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

  /** Plans again from what stands now, and carries it out; what could not be told is told now. */
  void goOn() throws SessionException {
    ground.untilSeen();
    settle();
    carryOutWhatIsLeft();
    Set<String> untold = new HashSet<>();
    last()
        .forEach((effect, told) -> {
          if (told.verdict.equals("cannot-tell") && !asks(told.step)) {
            untold.add(effect);
          }
        });
    assertThat(untold).as("what was never told").isEmpty();
  }

  /** What goes away between a plan and its dry run holds the plan; then it is planned anew. */
  private void carryOutWhatIsLeft() throws SessionException {
    Optional<Plan> again = planAgain();
    for (int tries = 1; again.isPresent(); tries++) {
      try {
        RunResult result =
            responder.carryOut(again.get(), Set.of(), Progress.SILENT, new Cancellation());
        if (!task.asks()) {
          assertThat(result).as(result.steps().toString()).isInstanceOf(RunResult.AllHold.class);
        }
        return;
      } catch (SessionException gone) {
        if (gone.kind() != SessionException.Kind.HELD || tries == TRIES) {
          throw gone;
        }
        ground.untilSeen();
        again = planAgain();
      }
    }
  }

  /** Empty if there is nothing left to do. */
  private Optional<Plan> planAgain() throws SessionException {
    try {
      return Optional.of(plan(task));
    } catch (SessionException e) {
      assertThat(e.kind()).isIn(SessionException.Kind.HELD, SessionException.Kind.NOTHING);
      return Optional.empty();
    }
  }

  private record Told(Step step, String verdict) {}

  /** The last word on each effect. */
  private Map<String, Told> last() {
    Map<String, Told> last = new HashMap<>();
    Map<Long, Entry.StepNote> intents = new HashMap<>();
    for (JournalLine line : lines()) {
      switch (line.entry()) {
        case Entry.Intent(var note, _) -> intents.put(line.number(), note);
        case Entry.Verified seen -> told(last, seen.fingerprint(), seen.step(), seen.verdict());
        case Entry.Reconciled seen -> {
          Entry.StepNote note = Optional.ofNullable(intents.get(seen.intentLine())).orElseThrow();
          told(last, note.fingerprint(), note.step(), seen.verdict());
        }
        default -> {}
      }
    }
    return last;
  }

  private void told(Map<String, Told> last, String fingerprint, String id, String verdict) {
    Step step = Optional.ofNullable(steps.get(key(fingerprint, id))).orElseThrow();
    if (!prepared.contains(fingerprint)) {
      last.put(effect(step), new Told(step, verdict));
    }
  }

  private static String effect(Step step) {
    String what = step instanceof ContainStep.EditFields edit ? edit.edits().toString() : "";
    boolean after = step instanceof ContainStep.ProbeIngress probe && probe.after();
    boolean later = step instanceof ContainStep.LookInside look && look.after();
    String when = after || later ? " after" : "";
    return Actions.word(step) + when + " " + step.target().spoken() + " " + what;
  }

  /** The last word on each effect is right about the cluster, every run has an end, all chained. */
  void toldTheTruth() throws JournalException {
    assertThat(Verification.of(new CaseFolders(home).at(responder.folder)).problems()).isEmpty();
    last()
        .forEach((effect, told) -> {
          boolean content = told.verdict.equals("holds");
          boolean known = !told.verdict.equals("cannot-tell") && !over(told.step);
          if (known && (content || !asks(told.step))) {
            assertThat(content).as(told.verdict + ": " + effect).isEqualTo(scene.stands(told.step));
          }
        });
    Set<String> ended = new HashSet<>();
    entries(Entry.RunEnded.class).forEach(run -> ended.add(run.fingerprint()));
    if (!responder.folder.endsWith("left")) {
      assertThat(entries(Entry.Approved.class).map(Entry.Approved::fingerprint))
          .allMatch(ended::contains);
    }
  }

  /** What only asks never stands by itself, and may end without an answer. */
  private static boolean asks(Step step) {
    return step instanceof ContainStep.ProbeIngress || step instanceof ContainStep.LookInside;
  }

  /** Every change of the plan stands, of what is still there. */
  void reachedItsGoal() {
    if (scene.there(responder.suspect.object()) || task.name().startsWith("DISPOSE")) {
      assertThat(first.orElseThrow().steps()).allMatch(step -> scene.stands(step) || over(step));
    }
    assertThat(Reconciler.open(lines())).as("intents that wait").isEmpty();
  }

  /** What was changed at an object that somebody else has deleted is over. */
  private boolean over(Step step) {
    boolean changed =
        step instanceof ContainStep.EditFields
            || step instanceof DisposeStep.ScaleToZero
            || step instanceof DisposeStep.RestartContainer
            || step instanceof NodeStep;
    return changed && !scene.there(step.target());
  }

  @Override
  public void close() {
    responder.close();
    ground.clear(plot);
  }
}
