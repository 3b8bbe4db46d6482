package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Verdict;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.EvacuateStep.EvictPod;
import org.lazaretto.port.PortException;

/** An evicted pod: first it goes, then its workload is as ready as it was. */
final class FollowedPod implements Followed {
  private static final Duration RECOUNT_AFTER = Duration.ofSeconds(5);

  private final EvictPod step;
  private final boolean doubtful;
  private final Instant since;
  private final Baseline baseline;
  private final Patience patience;
  private final Runnable whenGone;
  private Optional<Instant> goneAt = Optional.empty();

  FollowedPod(
      EvictPod step,
      Act act,
      Instant since,
      Baseline baseline,
      Patience patience,
      Runnable whenGone) {
    this.step = step;
    this.doubtful = act.doubtful();
    this.since = since;
    this.baseline = baseline;
    this.patience = patience;
    this.whenGone = whenGone;
  }

  @Override
  public EvictPod step() {
    return step;
  }

  @Override
  public Optional<Verdict> look(Round round) throws PortException {
    if (goneAt.isEmpty()) {
      Pod pod = round.podsOn(step.node().name()).get(step.pod().uid());
      if (pod != null) {
        return stillThere(pod, round.at());
      }
      goneAt = Optional.of(round.at());
      whenGone.run();
    }
    return replaced(round, goneAt.get());
  }

  private Optional<Verdict> stillThere(Pod pod, Instant now) {
    Duration waited = Duration.between(since, now);
    if (doubtful && pod.status().deleting().isEmpty()) {
      return waited.compareTo(patience.unanswered()) < 0
          ? Optional.empty()
          : Optional.of(
              new Verdict.DoesNotHold(
                  "It is still there and not being deleted " + spoken(waited) + " later."));
    }
    return waited.compareTo(pod.shape().grace().plus(patience.gone())) < 0
        ? Optional.empty()
        : Optional.of(
            new Verdict.DoesNotHold(
                "It is still there "
                    + spoken(waited)
                    + " later; a finalizer or an unreachable node may hold it (T-20)."));
  }

  private Optional<Verdict> replaced(Round round, Instant gone) throws PortException {
    String left = "Gone after " + spoken(Duration.between(since, gone)) + "; ";
    ObjectRef ref = step.workload();
    if (!Baseline.replaces(ref)) {
      return Optional.of(new Verdict.Holds(left + noReplacement(ref)));
    }
    Duration waited = Duration.between(gone, round.at());
    Optional<Workload> before = baseline.workload(ref);
    boolean recount = before.isEmpty() || waited.compareTo(RECOUNT_AFTER) > 0;
    Optional<Workload> workload = recount ? round.workload(ref) : before;
    if (workload.isEmpty()) {
      return Optional.of(new Verdict.Holds(left + ref.spoken() + " is gone too."));
    }
    int wanted = wanted(workload.get(), before);
    return count(round.podsOf(workload.get()), wanted, left, waited);
  }

  /** As many as it wants now, but no more than were ready before. */
  private static int wanted(Workload now, Optional<Workload> before) {
    int ready = before.map(w -> w.replicas().ready()).orElse(Integer.MAX_VALUE);
    return Math.min(now.replicas().desired(), ready);
  }

  private Optional<Verdict> count(List<Pod> pods, int wanted, String left, Duration waited) {
    Optional<Pod> back = pods.stream().filter(this::backOnNode).findFirst();
    if (back.isPresent()) {
      return Optional.of(
          new Verdict.DoesNotHold(
              left
                  + back.get().ref().path()
                  + " stands on "
                  + back.get().node().orElse("")
                  + " instead: it tolerates the cordon, or there is none."));
    }
    long ready = pods.stream().filter(FollowedPod::serves).count();
    String counted = step.workload().spoken() + " has " + ready + " of " + wanted + " pods ready";
    if (ready >= wanted) {
      return Optional.of(new Verdict.Holds(left + counted + ", none of them new on the node."));
    }
    return waited.compareTo(patience.ready()) < 0
        ? Optional.empty()
        : Optional.of(new Verdict.DoesNotHold(left + counted + " " + spoken(waited) + " later."));
  }

  private boolean backOnNode(Pod pod) {
    return pod.active()
        && pod.status().deleting().isEmpty()
        && pod.node().filter(baseline::empties).isPresent()
        && !baseline.stoodOn(pod.node().orElse(""), pod.ref().uid());
  }

  static boolean serves(Pod pod) {
    return pod.status().ready() && pod.active() && pod.status().deleting().isEmpty();
  }

  private static String noReplacement(ObjectRef workload) {
    return switch (workload.kind()) {
      case "Pod" -> "it had no controller, nothing brings it back.";
      case "Job" -> "its Job starts another if it still needs one.";
      default -> "the replacement that its " + workload.kind() + " may make is not followed.";
    };
  }

  static String spoken(Duration time) {
    return "%d.%d s".formatted(time.toSeconds(), time.toMillisPart() / 100);
  }
}
