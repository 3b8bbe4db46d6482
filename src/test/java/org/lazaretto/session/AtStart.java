package org.lazaretto.session;

import java.util.function.Consumer;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Step;

/**
 * Does something when the intent of one step is on disk and nothing of it has been sent.
 *
 * @param which the step
 * @param deed what is done
 */
record AtStart(Step which, Consumer<Step> deed) implements Progress {
  @Override
  public void started(Step step) {
    if (step.id().equals(which.id())) {
      deed.accept(step);
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
