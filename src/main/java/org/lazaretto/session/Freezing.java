package org.lazaretto.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.RunResult;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.SessionException.Kind;

/**
 * Freezes a suspect by itself. It plans from what is seen and runs that very plan, since nobody has
 * to approve what only reads. Where the suspect is not seen because the pods are not, that is
 * journalled once, and it goes on when they are.
 */
final class Freezing {
  private static final Duration LISTS = Duration.ofSeconds(30);
  private static final Duration HELD = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final ClusterSession session;
  private final CaseDesk desk;
  private final Workplace place;
  private final Progress progress;

  Freezing(ClusterSession session, CaseDesk desk, Workplace place, Progress progress) {
    this.session = session;
    this.desk = desk;
    this.place = place;
    this.progress = progress;
  }

  RunResult of(PodRef pod, Cancellation cancellation) throws SessionException {
    desk.bind(session.cluster(), session.caller());
    try {
      awaitSeen(pod, cancellation);
      session.awaitListed(LISTS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SessionException.unchanged(
          Kind.UNAVAILABLE, "Waiting for the cluster's lists was cut off.", "");
    }
    return new Undertaking(session, desk, place, progress).read(plan(pod), cancellation);
  }

  /** Returns when the pod is seen, or waiting for it is in vain. */
  private void awaitSeen(PodRef pod, Cancellation cancellation)
      throws SessionException, InterruptedException {
    Instant end = place.clock().instant().plus(HELD);
    boolean told = false;
    while (awaited(pod) && !cancellation.wanted() && place.clock().instant().isBefore(end)) {
      session.awaitSeen(now -> now.pod(pod.uid()).isPresent(), LOOK);
      if (!told && awaited(pod)) {
        tell(pod);
        told = true;
      }
    }
  }

  private void tell(PodRef pod) throws SessionException {
    String words =
        "Pod "
            + pod.path()
            + " is not seen: the pods are not listed, or are heard of no more. The freeze goes on"
            + " when they are.";
    desk.write(new Entry.Held(Wizard.FREEZE.word(), "", List.of(words)));
    progress.note(words);
  }

  /** A complete and fresh list that does not name the pod is the truth; a refusal stays one. */
  private boolean awaited(PodRef pod) {
    ClusterSnapshot now = session.snapshot();
    boolean mayCome =
        switch (now.health(ObservedKind.POD)) {
          case KindHealth.Loading _, KindHealth.Stale _ -> true;
          case KindHealth.Synced _, KindHealth.Denied _ -> false;
        };
    return mayCome && now.pod(pod.uid()).isEmpty();
  }

  private Plan plan(PodRef pod) throws SessionException {
    try {
      String bound = desk.journal().info().clusterUid();
      return session.plan(new Request.Freeze(List.of(pod)), Optional.of(bound));
    } catch (SessionException e) {
      if (e.kind() == Kind.HELD) {
        desk.write(new Entry.Held(Wizard.FREEZE.word(), "", List.of(e.getMessage())));
      }
      throw e;
    }
  }
}
