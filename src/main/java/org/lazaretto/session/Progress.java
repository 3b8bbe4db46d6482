package org.lazaretto.session;

import org.lazaretto.execute.RunListener;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Step;

/** Hears how an undertaking goes. */
public interface Progress extends RunListener {
  /** Something a person should know, in one sentence. */
  void note(String text);

  /** Hears nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void note(String text) {}

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
