package org.lazaretto.ui.wizard.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.session.Progress;
import org.lazaretto.ui.wizard.run.RunLine.Phase;

/** Writes down from any thread how a run goes, for somebody who reads it from another. */
final class RunBoard implements Progress {
  private static final int MOST_NOTES = 200;

  private final Plan plan;
  private final InstantSource clock;
  private final Runnable changed;
  private final Map<StepId, RunLine> lines = new ConcurrentHashMap<>();
  private final Queue<String> notes = new ConcurrentLinkedQueue<>();

  RunBoard(Plan plan, InstantSource clock, Runnable changed) {
    this.plan = plan;
    this.clock = clock;
    this.changed = changed;
    for (Step step : plan.steps()) {
      lines.put(step.id(), RunLine.queued(step, Cards.of(plan.cluster(), step).title()));
    }
  }

  /** The lines now, in the plan's order. */
  List<RunLine> lines() {
    List<RunLine> now = new ArrayList<>(plan.steps().size());
    for (Step step : plan.steps()) {
      RunLine line = lines.get(step.id());
      if (line != null) {
        now.add(line);
      }
    }
    return now;
  }

  /** What a person should know of the run as a whole, oldest first. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void note(String text) {
    if (notes.size() < MOST_NOTES) {
      notes.add(text);
    }
    changed.run();
  }

  @Override
  public void started(Step step) {
    set(step, line -> line.started(clock.instant()));
  }

  @Override
  public void waiting(Step step, String why) {
    set(step, line -> line.at(doubted(line, Phase.WAITING), why));
  }

  @Override
  public void gone(Step step) {
    set(step, line -> line.at(Phase.GONE, line.text()));
  }

  @Override
  public void ended(Step step, StepOutcome outcome) {
    String words = outcome.text();
    set(
        step,
        line ->
            switch (outcome) {
              case StepOutcome.Done _, StepOutcome.AlreadySo _ -> line.at(Phase.SENT, words);
              case StepOutcome.Refused _ -> line.settled(Phase.REFUSED, words, clock.instant());
              case StepOutcome.Failed _ -> line.settled(Phase.FAILED, words, clock.instant());
              case StepOutcome.Unknown _ -> line.settled(Phase.UNKNOWN, words, clock.instant());
              case StepOutcome.NotStarted _ ->
                  line.settled(Phase.NOT_STARTED, words, clock.instant());
            });
  }

  /** Nothing less than a proof ends an uncertainty. */
  @Override
  public void verified(Step step, Verdict verdict) {
    set(
        step,
        line ->
            switch (verdict) {
              case Verdict.Holds(var proof) -> line.settled(Phase.HOLDS, proof, clock.instant());
              case Verdict.DoesNotHold(var observed) ->
                  line.settled(doubted(line, Phase.DOES_NOT_HOLD), observed, clock.instant());
              case Verdict.CannotTell(var reason) ->
                  line.settled(doubted(line, Phase.CANNOT_TELL), reason, clock.instant());
            });
  }

  private static Phase doubted(RunLine line, Phase otherwise) {
    return line.phase() == Phase.UNKNOWN ? Phase.UNKNOWN : otherwise;
  }

  private void set(Step step, UnaryOperator<RunLine> change) {
    lines.computeIfPresent(step.id(), (_, line) -> change.apply(line));
    changed.run();
  }
}
