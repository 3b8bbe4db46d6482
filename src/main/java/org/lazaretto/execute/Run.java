package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.Journal;
import org.lazaretto.journal.JournalException;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.TakeBack;

/** One run under way: what it wrote, what came of each step, and whether it goes on. */
final class Run {
  private final Plan plan;
  private final String fingerprint;
  private final List<Waiver> waivers;
  private final Journal journal;
  private final RunListener listener;
  private final Cancellation cancellation;
  private final Proofs proofs;
  private final Map<StepId, StepResult> results = new ConcurrentHashMap<>();
  private final AtomicReference<Optional<JournalException>> lostJournal =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Step>> awaited = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<String>> lostCluster =
      new AtomicReference<>(Optional.empty());

  Run(
      Plan plan,
      Approval approval,
      Journal journal,
      RunListener listener,
      Cancellation cancellation) {
    this.plan = plan;
    this.fingerprint = plan.fingerprint();
    this.waivers = approval.waivers();
    this.journal = journal;
    this.listener = listener;
    this.cancellation = cancellation;
    this.proofs =
        new Proofs(
            plan.request() instanceof Request.Isolate
                ? Earlier.of(journal.lines(), plan)
                : Earlier.nothing(),
            plan);
  }

  /** What was seen of the connections of isolated pods so far. */
  Proofs proofs() {
    return proofs;
  }

  Plan plan() {
    return plan;
  }

  String fingerprint() {
    return fingerprint;
  }

  /** Whether the responder waived that finding of these objects in writing. */
  boolean waived(Subject finding) {
    return waivers.stream().anyMatch(waiver -> waiver.about().covers(finding));
  }

  /** Whether a further step may start. */
  boolean goesOn() {
    return !cancellation.wanted()
        && journalWorks()
        && lostCluster.get().isEmpty()
        && awaited.get().isEmpty();
  }

  /** Starts nothing further. */
  void cancel() {
    cancellation.cancel();
  }

  boolean journalWorks() {
    return lostJournal.get().isEmpty();
  }

  /** Puts the intent on disk; false if the step must not be sent. */
  boolean intends(Step step) {
    if (!goesOn() || !write(Entry.Intent.of(plan, step)) || !keepsWayBack(step)) {
      return false;
    }
    listener.started(step);
    return true;
  }

  /** A change that was sent must be possible to take back from the case alone. */
  private boolean keepsWayBack(Step step) {
    return TakeBack.of(step)
        .map(back -> write(new Entry.WayBack(fingerprint, step.id().toString(), back.text())))
        .orElse(true);
  }

  void waits(Step step, String why) {
    listener.waiting(step, why);
  }

  void gone(Step step) {
    listener.gone(step);
  }

  /** Records what came of a step that was sent. */
  void ended(Step step, Act act) {
    results.put(step.id(), StepResult.sent(step, act));
    if (act.trouble() == Act.Trouble.ACCESS) {
      lostCluster.compareAndSet(Optional.empty(), Optional.of(act.outcome().text()));
    }
    outcome(step, act);
  }

  /** Records what a fresh read says of a step. */
  void verified(Step step, Verdict verdict) {
    results.computeIfPresent(step.id(), (_, result) -> result.with(verdict));
    write(
        new Entry.Verified(
            fingerprint, step.id().toString(), step.target(), verdict.word(), verdict.text()));
    listener.verified(step, verdict);
  }

  /** Leaves a step to somebody on its node; nothing that follows it may come before. */
  void byHand(Step step) {
    skipped(step, "Only somebody on its node can do it: hand it over.");
    awaited.compareAndSet(Optional.empty(), Optional.of(step));
  }

  /** Records a step that was not sent, for that reason or the run's own. */
  void skipped(Step step, String otherwise) {
    Act act = Act.of(new StepOutcome.NotStarted(whyNot().orElse(otherwise)));
    results.put(step.id(), StepResult.sent(step, act));
    outcome(step, act);
  }

  private void outcome(Step step, Act act) {
    StepOutcome outcome = act.outcome();
    write(
        new Entry.Outcome(
            fingerprint,
            step.id().toString(),
            act.made().orElse(step.target()),
            outcome.word(),
            outcome.text(),
            act.exchange()));
    listener.ended(step, outcome);
  }

  private Optional<String> whyNot() {
    if (!journalWorks()) {
      return Optional.of("The journal cannot be written.");
    }
    if (awaited.get().isPresent()) {
      return awaited
          .get()
          .map(step ->
              "It follows "
                  + step.id()
                  + ", which is done by hand:"
                  + " record it, then plan again.");
    }
    if (lostCluster.get().isPresent()) {
      return lostCluster.get().map(why -> "The cluster was lost before: " + why);
    }
    return cancellation.wanted() ? Optional.of("The responder stopped the run.") : Optional.empty();
  }

  /** Writes a line; false if the journal is lost, now or before. */
  boolean write(Entry entry) {
    if (!journalWorks()) {
      return false;
    }
    try {
      journal.write(entry);
      return true;
    } catch (JournalException e) {
      lostJournal.compareAndSet(Optional.empty(), Optional.of(e));
      return false;
    }
  }

  /** Keeps evidence; empty if the journal is lost. */
  Optional<EvidenceItem> keep(EvidenceDraft draft, byte[] bytes) {
    if (!journalWorks()) {
      return Optional.empty();
    }
    try {
      return Optional.of(journal.keep(draft, bytes));
    } catch (JournalException e) {
      lostJournal.compareAndSet(Optional.empty(), Optional.of(e));
      return Optional.empty();
    }
  }

  /** The first step before that one that was not proven; a capture that is missing is no matter. */
  Optional<Step> firstThatDoesNotHold(Step later) {
    return firstThatDoesNotHold(later, Step.class);
  }

  /** The same among the steps of a sort. */
  Optional<Step> firstThatDoesNotHold(Step later, Class<? extends Step> sort) {
    return plan.steps().stream()
        .filter(sort::isInstance)
        .filter(step -> step.id().number() < later.id().number())
        .filter(step ->
            result(step)
                .map(StepResult::standing)
                .filter(standing -> standing == Standing.HOLDS || standing == Standing.GAP)
                .isEmpty())
        .findFirst();
  }

  Optional<StepResult> result(Step step) {
    return Optional.ofNullable(results.get(step.id()));
  }

  /** An approval after which nothing was sent has an end too. */
  void barred(RunResult why) {
    List<String> reasons =
        switch (why) {
          case RunResult.Held(var held) -> held;
          case RunResult.NoAccess(_, var reason) -> List.of(reason);
          default -> List.of(why.summary());
        };
    write(
        new Entry.RunEnded(
            plan.wizard().word(),
            fingerprint,
            why.word(),
            "nothing was sent: " + String.join(" ", reasons)));
  }

  /** Says how it ended, in the journal too. */
  RunResult end() {
    RunResult result = result();
    write(new Entry.RunEnded(plan.wizard().word(), fingerprint, result.word(), result.summary()));
    return lostJournal
        .get()
        .<RunResult>map(e -> new RunResult.JournalLost(steps(), e))
        .orElse(result);
  }

  private RunResult result() {
    List<StepResult> steps = steps();
    if (lostJournal.get().isPresent()) {
      return new RunResult.JournalLost(steps, lostJournal.get().get());
    }
    if (any(steps, Standing.UNCERTAIN)) {
      return new RunResult.Uncertain(steps);
    }
    if (any(steps, Standing.BROKEN)) {
      return new RunResult.Broken(steps);
    }
    if (any(steps, Standing.NO_ACCESS)) {
      return new RunResult.NoAccess(steps, noAccess(steps));
    }
    if (any(steps, Standing.NOT_STARTED)) {
      return cancellation.wanted() ? new RunResult.Cancelled(steps) : new RunResult.Broken(steps);
    }
    return new RunResult.AllHold(steps);
  }

  private static boolean any(List<StepResult> steps, Standing standing) {
    return steps.stream().anyMatch(step -> step.standing() == standing);
  }

  private static String noAccess(List<StepResult> steps) {
    return steps.stream()
        .filter(step -> step.standing() == Standing.NO_ACCESS)
        .findFirst()
        .map(step -> step.outcome().text())
        .orElse("");
  }

  private List<StepResult> steps() {
    List<StepResult> steps = new ArrayList<>();
    plan.steps().forEach(step -> result(step).ifPresent(steps::add));
    return steps;
  }
}
