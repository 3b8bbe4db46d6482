package org.lazaretto.execute;

import java.util.function.Consumer;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Step;

/** A listener that hears what a run waits for. */
record Listening(Consumer<String> waits) implements RunListener {
  static RunListener toWaits(Consumer<String> waits) {
    return new Listening(waits);
  }

  @Override
  public void started(Step step) {}

  @Override
  public void waiting(Step step, String why) {
    waits.accept(why);
  }

  @Override
  public void gone(Step step) {}

  @Override
  public void ended(Step step, StepOutcome outcome) {}

  @Override
  public void verified(Step step, Verdict verdict) {}
}
