package org.lazaretto.session;

import java.util.function.Consumer;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Step;

/**
 * Does something when the intent of one step is on disk and nothing of it has been sent, and
 * something when its outcome is.
 */
final class At implements Progress {
  private final Step which;
  Consumer<Step> started = _ -> {};
  Consumer<Step> ended = _ -> {};

  At(Step which) {
    this.which = which;
  }

  @Override
  public void started(Step step) {
    if (step.id().equals(which.id())) {
      started.accept(step);
    }
  }

  @Override
  public void note(String text) {}

  @Override
  public void waiting(Step step, String why) {}

  @Override
  public void ended(Step step, StepOutcome outcome) {
    if (step.id().equals(which.id())) {
      ended.accept(step);
    }
  }

  @Override
  public void verified(Step step, Verdict verdict) {}
}
