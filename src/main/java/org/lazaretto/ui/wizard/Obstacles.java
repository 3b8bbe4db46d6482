package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.execute.Subject;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Concern;
import org.lazaretto.ui.wizard.proposal.LivePlan;
import org.lazaretto.ui.wizard.proposal.Loaded;
import org.lazaretto.ui.wizard.proposal.Obstacle;
import org.lazaretto.ui.wizard.run.Runs;

/** Collects why a plan cannot be sent yet, in the order in which the pages tell it. */
final class Obstacles {
  private Obstacles() {}

  /**
   * All that stands between a draft and its being sent.
   *
   * @param outdated of what the reasons were written for something else; said elsewhere
   * @param changed whether the plan is another one than the one that was read
   */
  static List<Obstacle> of(
      Draft draft,
      List<Concern> concerns,
      Set<Subject> outdated,
      LivePlan live,
      Runs runs,
      boolean changed) {
    List<Obstacle> found = new ArrayList<>(Obstacle.of(draft, concerns, outdated));
    live.rehearsalProperty().get().value().ifPresent(said -> found.addAll(Obstacle.of(said)));
    unanswered(
            live.guardsProperty().get(), "wizard.obstacle.guards", "wizard.obstacle.guardsFailed")
        .ifPresent(found::add);
    unanswered(
            live.rehearsalProperty().get(),
            "wizard.obstacle.rehearsal",
            "wizard.obstacle.rehearsalFailed")
        .ifPresent(found::add);
    if (changed) {
      found.add(new Obstacle(Stage.PREVIEW, Texts.of("wizard.obstacle.changed")));
    }
    runs.underWay()
        .ifPresent(other ->
            found.add(
                new Obstacle(
                    Stage.APPROVE,
                    Texts.of("wizard.obstacle.otherRun", other.plan().wizard().word()))));
    live.current().ifPresent(p -> found.addAll(Signing.missing(p, draft.signature())));
    return found;
  }

  private static <T> Optional<Obstacle> unanswered(Loaded<T> loaded, String coming, String failed) {
    return switch (loaded) {
      case Loaded.There<T> _ -> Optional.empty();
      case Loaded.Absent<T> _, Loaded.Coming<T> _ ->
          Optional.of(new Obstacle(Stage.PREVIEW, Texts.of(coming)));
      case Loaded.Failed<T>(var failure) ->
          Optional.of(new Obstacle(Stage.PREVIEW, Texts.of(failed, failure.words())));
    };
  }
}
