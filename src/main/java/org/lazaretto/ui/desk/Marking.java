package org.lazaretto.ui.desk;

import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.RunResult;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Step;
import org.lazaretto.session.Progress;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/** Marks pods and takes marks back. A freeze follows each mark by itself: it only reads. */
final class Marking {
  private static final int LONGEST = 90;

  private final Desk desk;

  Marking(Desk desk) {
    this.desk = desk;
  }

  void mark(PodRef pod, String reason, Cancellation cancellation) {
    desk.background()
        .run(
            () -> {
              desk.incident().mark(pod, reason);
              desk.journalChanged();
              return pod;
            },
            marked -> {
              desk.tell(Notice.inform(Texts.of("desk.freezing", shown(marked))));
              freeze(marked, cancellation);
            },
            this::failed);
  }

  private void freeze(PodRef pod, Cancellation cancellation) {
    desk.background()
        .run(
            () -> desk.incident().freeze(pod, new JournalPulse(desk), cancellation),
            result -> frozen(pod, result),
            this::failed);
  }

  private void frozen(PodRef pod, RunResult result) {
    desk.journalChanged();
    desk.tell(Notice.done(Texts.of("desk.frozen", shown(pod), result.summary())));
  }

  void clear(PodRef pod, String reason) {
    desk.background()
        .run(
            () -> {
              desk.incident().clear(pod, reason);
              return pod;
            },
            cleared -> {
              desk.journalChanged();
              desk.tell(Notice.inform(Texts.of("desk.cleared", shown(cleared))));
            },
            this::failed);
  }

  private static String shown(PodRef pod) {
    return Elision.middle(HostileText.visible(pod.path()), LONGEST);
  }

  private void failed(Failure failure) {
    desk.journalChanged();
    desk.tell(Notice.of(failure));
  }

  /** Lets the timeline grow while a run goes on. */
  private record JournalPulse(Desk desk) implements Progress {
    @Override
    public void note(String text) {
      desk.journalChanged();
    }

    @Override
    public void started(Step step) {
      desk.journalChanged();
    }

    @Override
    public void waiting(Step step, String why) {}

    @Override
    public void ended(Step step, StepOutcome outcome) {
      desk.journalChanged();
    }

    @Override
    public void verified(Step step, Verdict verdict) {
      desk.journalChanged();
    }
  }
}
