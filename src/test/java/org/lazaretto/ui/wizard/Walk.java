package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.desk.NextStep;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.desk.Phase;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Obstacle;
import org.lazaretto.ui.wizard.run.Runs;

/** A wizard over a fake incident, without a toolkit: everything happens at once. */
final class Walk {
  final FakeWork work;
  final Runs runs = new Runs();
  final List<String> left = new ArrayList<>();
  final Exit exit;
  final WizardViewModel wizard;
  Optional<NextStep> next = Optional.of(new NextStep(Phase.ISOLATE, "isolate the suspect"));

  private Walk(Wizard which, FakeWork work, Background background) {
    this.work = work;
    Draft draft = Draft.of(which, List.of(Clusters.miner()), "Ann, lead");
    this.exit =
        new Exit() {
          @Override
          public void close() {
            left.add("closed");
          }

          @Override
          public Optional<NextStep> next() {
            return next;
          }

          @Override
          public void go(NextStep step) {
            left.add(step.words());
          }

          @Override
          public void tell(Notice notice) {
            left.add(notice.text());
          }

          @Override
          public void open(Wizard other) {
            left.add(other.word());
          }
        };
    this.wizard = new WizardViewModel(work, background, runs, draft, () -> {}, exit);
  }

  static Walk of(Wizard which, ClusterSnapshot seen) {
    return of(which, new FakeWork(seen));
  }

  static Walk of(Wizard which, FakeWork work) {
    return new Walk(which, work, new HeldWork().background());
  }

  /** Presses the main button until that page is shown. */
  Walk to(Stage stage) {
    while (wizard.stageProperty().get() != stage) {
      Stage before = wizard.stageProperty().get();
      wizard.proceed();
      if (wizard.stageProperty().get() == before) {
        throw new AssertionError("stuck at " + before + ": " + wizard.mainProperty().get());
      }
    }
    return this;
  }

  MainAction main() {
    return wizard.mainProperty().get();
  }

  Stage stage() {
    return wizard.stageProperty().get();
  }

  List<String> obstacles() {
    return wizard.judgement().obstaclesProperty().get().stream().map(Obstacle::text).toList();
  }

  /** Writes a reason for everything that can be waived. */
  Walk waiveAll() {
    wizard
        .judgement()
        .concernsProperty()
        .get()
        .forEach(concern ->
            wizard.change(
                draft -> concern.holds() ? draft.waiving(concern.subject(), "agreed") : draft));
    return this;
  }

  /** Signs with everything that a destructive plan asks for. */
  Walk sign(String word) {
    wizard.change(
        draft -> draft.with(draft.signature().because("an image was poisoned").typing(word)));
    return this;
  }
}
