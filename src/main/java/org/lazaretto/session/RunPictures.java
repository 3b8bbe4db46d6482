package org.lazaretto.session;

import static org.lazaretto.execute.Standing.NOT_STARTED;

import java.time.Duration;
import org.lazaretto.execute.Pictures;
import org.lazaretto.execute.RunResult;
import org.lazaretto.journal.JournalException;
import org.lazaretto.model.ClusterSnapshot;

/** Has the map drawn before a run and after it, the second time once the run's effects are seen. */
final class RunPictures {
  private static final Duration SEEN = Duration.ofSeconds(3);

  private final ClusterSession session;
  private final CaseDesk desk;
  private final Pictures pictures;
  private final Progress progress;

  RunPictures(ClusterSession session, CaseDesk desk, Pictures pictures, Progress progress) {
    this.session = session;
    this.desk = desk;
    this.pictures = pictures;
    this.progress = progress;
  }

  /** A journal that takes no picture takes no intent either: nothing may be sent then. */
  void before() throws SessionException {
    try {
      pictures.keep(Pictures.Moment.BEFORE, session.snapshot(), desk.suspects());
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  /** What was done stands, whether there is a picture of it or not. */
  void after(RunResult result) {
    boolean sent = result.steps().stream().anyMatch(step -> step.standing() != NOT_STARTED);
    if (!sent || result instanceof RunResult.JournalLost) {
      return;
    }
    try {
      ClusterSnapshot seen = session.awaitSeen(Pictures.effects(result), SEEN);
      pictures.keep(Pictures.Moment.AFTER, seen, desk.suspects());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (JournalException e) {
      progress.note("The picture of the map after the run was not kept: " + e.getMessage());
    }
  }
}
