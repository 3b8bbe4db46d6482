package org.lazaretto.execute;

import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Step;

/** Hears how a run goes. Called from several threads, never twice at once for one step. */
public interface RunListener {
  /** The intent is on disk; the step is about to be sent. */
  void started(Step step);

  /** The step waits; why, for a person. */
  void waiting(Step step, String why);

  /** The pod that the step sent away is gone; its replacement is awaited. */
  default void gone(Step step) {}

  /** What became of the step. */
  void ended(Step step, StepOutcome outcome);

  /** What a fresh read says of it. */
  void verified(Step step, Verdict verdict);

  /** Hears nothing. */
  RunListener SILENT =
      new RunListener() {
        @Override
        public void started(Step step) {}

        @Override
        public void waiting(Step step, String why) {}

        @Override
        public void ended(Step step, StepOutcome outcome) {}

        @Override
        public void verified(Step step, Verdict verdict) {}
      };
}
