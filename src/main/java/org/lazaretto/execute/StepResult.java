package org.lazaretto.execute;

import java.util.Optional;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Step;

/**
 * What became of one step.
 *
 * @param outcome what sending it came to
 * @param verdict what a fresh read said of its effect; empty if there was nothing to verify
 * @param standing what that means for the run
 */
public record StepResult(
    Step step, StepOutcome outcome, Optional<Verdict> verdict, Standing standing) {

  static StepResult sent(Step step, Act act) {
    return new StepResult(step, act.outcome(), Optional.empty(), standing(step, act));
  }

  private static Standing standing(Step step, Act act) {
    return switch (act.outcome()) {
      case StepOutcome.Done _, StepOutcome.AlreadySo _ -> Standing.BROKEN;
      case StepOutcome.Unknown _ when looks(step) -> Standing.GAP;
      case StepOutcome.Unknown _ -> Standing.UNCERTAIN;
      case StepOutcome.NotStarted _ -> Standing.NOT_STARTED;
      case StepOutcome.Refused _, StepOutcome.Failed _ -> refused(step, act.trouble());
    };
  }

  private static Standing refused(Step step, Act.Trouble trouble) {
    return switch (trouble) {
      case ACCESS -> Standing.NO_ACCESS;
      case PERMISSION -> looks(step) ? Standing.GAP : Standing.NO_ACCESS;
      case STEP, NONE -> looks(step) ? Standing.GAP : Standing.BROKEN;
    };
  }

  /** Whether the step only looks: what it cannot see is a gap. */
  private static boolean looks(Step step) {
    return step instanceof CaptureStep || tries(step);
  }

  private static boolean tries(Step step) {
    return step instanceof ContainStep.ProbeIngress || step instanceof ContainStep.LookInside;
  }

  /** A verdict decides, but nothing less than a proof ends an uncertainty. */
  StepResult with(Verdict found) {
    return new StepResult(
        step,
        outcome,
        Optional.of(found),
        switch (found) {
          case Verdict.Holds _ -> Standing.HOLDS;
          case Verdict.CannotTell _ when tries(step) -> Standing.GAP;
          case Verdict.DoesNotHold _, Verdict.CannotTell _ -> standing;
        });
  }

  /** One line for a person. */
  public String text() {
    String sent = step.id() + " " + outcome.word() + ": " + outcome.text();
    return verdict.map(v -> sent + "; " + v.word() + ": " + v.text()).orElse(sent);
  }
}
