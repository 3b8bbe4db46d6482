package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Subject;
import org.lazaretto.execute.Waiver;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Concern;
import org.lazaretto.ui.wizard.proposal.LivePlan;
import org.lazaretto.ui.wizard.proposal.Obstacle;
import org.lazaretto.ui.wizard.proposal.Proposal;
import org.lazaretto.ui.wizard.run.Runs;

/** What speaks against sending a plan, and the reasons written against it. */
final class Judgement {
  private final LivePlan live;
  private final Runs runs;
  private final Written written = new Written();
  private final Folds folds = new Folds();
  private final ReadOnlyObjectWrapper<List<Concern>> concerns =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Set<Subject>> outdated =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<List<Obstacle>> obstacles =
      new ReadOnlyObjectWrapper<>(List.of());

  /** Judges that plan, beside those that are being carried out. */
  Judgement(LivePlan live, Runs runs) {
    this.live = live;
    this.runs = runs;
  }

  ReadOnlyObjectProperty<List<Concern>> concernsProperty() {
    return concerns.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Set<Subject>> outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<Obstacle>> obstaclesProperty() {
    return obstacles.getReadOnlyProperty();
  }

  /** What of it is unfolded. */
  Folds folds() {
    return folds;
  }

  /** Takes down against what the words that are new in a draft were written. */
  void changed(Draft before, Draft after) {
    written.changed(before, after, concerns.get(), live.current().map(Proposal::fingerprint));
  }

  /** The reason for that stands for what is shown now as well. */
  void confirm(Subject subject) {
    written.confirm(subject, concerns.get());
  }

  /** The words that the field for that shows. */
  String words(Subject subject, Draft draft) {
    return Written.words(subject, draft, concerns.get());
  }

  /** The draft with that reason for that, and for nothing that it was before. */
  Draft write(Subject subject, String reason, Draft draft) {
    return Written.write(subject, reason, draft, concerns.get());
  }

  /** What else is shown under the same id and has no reason yet. */
  List<Subject> others(Subject subject, Draft draft) {
    return Written.others(subject, draft, concerns.get());
  }

  /** The reasons that are needed, and stand. */
  List<Waiver> standing(Draft draft) {
    return written.standing(draft, concerns.get());
  }

  /** How many of what holds the plan have a reason that stands, and hold it no longer. */
  int waived(Draft draft) {
    return (int) concerns.get().stream().filter(concern -> waived(concern, draft)).count();
  }

  /** Whether a reason that stands lets the plan go on in spite of that. */
  boolean waived(Concern concern, Draft draft) {
    return switch (concern.waiver()) {
      case NEEDS_NONE, NEVER -> false;
      case HERE, ABOVE ->
          draft.waives(concern.subject()) && !outdated.get().contains(concern.subject());
    };
  }

  /** The reason above that, if it has none of its own. */
  Optional<String> above(Subject subject, Draft draft) {
    return Written.above(subject, draft, concerns.get());
  }

  /** The draft without a word that was typed for another plan than that. */
  Draft typedFor(Draft draft, Proposal plan) {
    return written.typedFor(draft, plan.fingerprint());
  }

  /**
   * Judges anew.
   *
   * @param unread whether the plan is another one than the one that was read
   */
  void refresh(Draft draft, Stage stage, boolean unread) {
    List<HoldReason> guards = live.guardsProperty().get().value().orElse(List.of());
    set(
        concerns,
        live.proposalProperty()
            .get()
            .value()
            .map(known -> Concern.of(known.plan(), guards))
            .orElse(List.of()));
    set(outdated, written.outdated(draft, concerns.get()));
    set(obstacles, stage.beforeRun() ? found(draft, stage, unread) : List.of());
  }

  /** Only who is about to send a plan has to have read this one. */
  private List<Obstacle> found(Draft draft, Stage stage, boolean unread) {
    boolean other = stage == Stage.APPROVE && unread;
    List<Obstacle> found = Obstacles.of(draft, concerns.get(), outdated.get(), live, runs, other);
    Obstacle.outdated(outdated.get()).ifPresent(found::addFirst);
    return found;
  }

  private static <T> void set(ReadOnlyObjectWrapper<T> property, T value) {
    if (!value.equals(property.get())) {
      property.set(value);
    }
  }
}
