package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.EvacuateStep.RestartRollout;
import org.lazaretto.port.PortException;

/** A restarted rollout: it holds when it is complete and none of the old pods is left. */
final class FollowedRollout implements Followed {
  private final RestartRollout step;
  private final Optional<String> requiredStamp;
  private final Instant since;
  private final Baseline baseline;
  private final Patience patience;

  /** Where it is doubtful that the restart was made, the stamp must be found first. */
  FollowedRollout(
      RestartRollout step,
      Act act,
      String stamp,
      Instant since,
      Baseline baseline,
      Patience patience) {
    this.step = step;
    this.requiredStamp = act.doubtful() ? Optional.of(stamp) : Optional.empty();
    this.since = since;
    this.baseline = baseline;
    this.patience = patience;
  }

  @Override
  public RestartRollout step() {
    return step;
  }

  @Override
  public boolean leaving() {
    return false;
  }

  @Override
  public Optional<Verdict> look(Round round) throws PortException {
    if (!round.counts()) {
      return Optional.empty();
    }
    Optional<Workload> found = round.workload(step.target());
    if (found.isEmpty()) {
      return Optional.of(new Verdict.DoesNotHold(step.target().spoken() + " is gone."));
    }
    Workload workload = found.get();
    Duration waited = Duration.between(since, round.at());
    if (!requiredStamp.map(workload.rollout().restartedAt()::equals).orElse(true)) {
      return waited.compareTo(patience.unanswered()) < 0
          ? Optional.empty()
          : Optional.of(new Verdict.DoesNotHold("Its template does not carry the restart."));
    }
    return progress(
        workload, workload.rollout().current() ? round.podsOf(workload) : List.of(), waited);
  }

  private Optional<Verdict> progress(Workload workload, List<Pod> pods, Duration waited) {
    Set<String> old = new HashSet<>();
    step.leaving().stream().map(PodRef::uid).forEach(old::add);
    List<String> left =
        pods.stream().filter(p -> old.contains(p.ref().uid())).map(p -> p.ref().path()).toList();
    int ready = workload.replicas().ready();
    int wanted = wanted(workload);
    String counted = ready + " of " + wanted + " pods ready";
    if (workload.rollout().current() && left.isEmpty() && ready >= wanted) {
      String after = FollowedPod.spoken(waited);
      return Optional.of(
          new Verdict.Holds(
              "The rollout is complete after " + after + ", " + counted + ", no old pod is left."));
    }
    return waited.compareTo(patience.ready()) < 0
        ? Optional.empty()
        : Optional.of(new Verdict.DoesNotHold(unfinished(workload, left, counted, waited)));
  }

  private int wanted(Workload now) {
    return Math.min(now.replicas().desired(), baseline.readyBefore(step.target()));
  }

  private static String unfinished(
      Workload workload, List<String> left, String counted, Duration waited) {
    String old = left.isEmpty() ? "" : " Still there: " + String.join(", ", left) + ".";
    String state = workload.rollout().current() ? "complete" : "not complete";
    return "After "
        + FollowedPod.spoken(waited)
        + " the rollout is "
        + state
        + " with "
        + counted
        + "."
        + old;
  }
}
