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
  public boolean leaving() {
    return goneAt.isEmpty();
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
    if (!round.counts()) {
      return Optional.empty();
    }
    Optional<Workload> workload = round.workload(ref);
    if (workload.isEmpty()) {
      return Optional.of(new Verdict.Holds(left + ref.spoken() + " is gone too."));
    }
    return came(round, workload.get(), left, Duration.between(gone, round.at()));
  }

  /** The workload's own count is cheap, but may be of before: its pods are counted to prove it. */
  private Optional<Verdict> came(Round round, Workload workload, String left, Duration waited)
      throws PortException {
    int wanted = wanted(workload);
    boolean hopeful = workload.replicas().ready() >= wanted;
    return hopeful || waited.compareTo(patience.ready()) >= 0
        ? count(round.podsOf(workload), wanted, left, waited)
        : Optional.empty();
  }

  /** As many as it wants now, but no more than were ready before. */
  private int wanted(Workload now) {
    int ready = baseline.readyBefore(step.workload());
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
      return Optional.of(new Verdict.Holds(left + counted + "."));
    }
    return waited.compareTo(patience.ready()) < 0
        ? Optional.empty()
        : Optional.of(new Verdict.DoesNotHold(left + counted + " " + spoken(waited) + " later."));
  }

  private boolean backOnNode(Pod pod) {
    return pod.active()
        && pod.status().deleting().isEmpty()
        && baseline.isNewOn(pod.node().orElse(""), pod.ref().uid());
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
