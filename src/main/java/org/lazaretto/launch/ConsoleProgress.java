package org.lazaretto.launch;

import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Step;
import org.lazaretto.session.Progress;

/** Says on standard error how a run goes. */
final class ConsoleProgress implements Progress {
  private final Console console;

  ConsoleProgress(Console console) {
    this.console = console;
  }

  @Override
  public void note(String text) {
    console.say(text);
  }

  @Override
  public void started(Step step) {
    console.say("%s  … %s".formatted(step.id(), step.target().spoken()));
  }

  @Override
  public void waiting(Step step, String why) {
    console.say("%s  waits: %s".formatted(step.id(), why));
  }

  @Override
  public void gone(Step step) {
    console.say("%s  gone; its replacement is awaited".formatted(step.id()));
  }

  @Override
  public void ended(Step step, StepOutcome outcome) {
    console.say("%s  %s: %s".formatted(step.id(), outcome.word(), outcome.text()));
  }

  @Override
  public void verified(Step step, Verdict verdict) {
    console.say("%s  %s: %s".formatted(step.id(), verdict.word(), verdict.text()));
  }
}
