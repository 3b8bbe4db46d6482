package org.lazaretto.execute;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.EvacuateStep.EvictPod;
import org.lazaretto.plan.EvacuateStep.ProveNothingNew;
import org.lazaretto.plan.EvacuateStep.RestartRollout;
import org.lazaretto.plan.NodeStep.CordonNode;
import org.lazaretto.plan.Step;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** Sends pods away, beside each other, and follows each until it is gone and made good. */
final class Departures {
  private final ClusterReads reads;
  private final ClusterControl control;
  private final Timing timing;
  private final Lanes lanes;
  private final Lanes looks;
  private final Sender sender;

  Departures(
      ClusterReads reads, ClusterControl control, Timing timing, Lanes lanes, Sender sender) {
    this.reads = reads;
    this.control = control;
    this.timing = timing;
    this.lanes = lanes;
    this.looks = new Lanes(timing);
    this.sender = sender;
  }

  void all(Run run, List<EvacuateStep> steps) {
    List<EvacuateStep> ready = steps.stream().filter(step -> nodeIsClosed(run, step)).toList();
    if (ready.isEmpty()) {
      return;
    }
    Baseline baseline = new Baseline(run.plan(), new Round(reads, looks, now(), true));
    Follower follower = new Follower(reads, timing, looks, run);
    follower.until(lanes.all(ready, step -> depart(run, step, baseline, follower)));
  }

  /** A pod that leaves a node whose cordon failed would come back to it. */
  private static boolean nodeIsClosed(Run run, EvacuateStep step) {
    Optional<CordonNode> open =
        run.plan().steps().stream()
            .filter(CordonNode.class::isInstance)
            .map(CordonNode.class::cast)
            .filter(cordon -> concerns(cordon, step))
            .filter(cordon -> !holds(run, cordon))
            .findFirst();
    open.ifPresent(cordon -> run.skipped(step, "Step " + cordon.id() + " did not close its node."));
    return open.isEmpty();
  }

  private static boolean concerns(CordonNode cordon, EvacuateStep step) {
    return switch (step) {
      case EvictPod evict -> evict.node().equals(cordon.node());
      case RestartRollout _ -> true;
      case ProveNothingNew _ -> false;
    };
  }

  private static boolean holds(Run run, Step cordon) {
    return run.result(cordon).map(r -> r.standing() == Standing.HOLDS).orElse(false);
  }

  private void depart(Run run, EvacuateStep step, Baseline baseline, Follower follower) {
    Patience patience = timing.patience();
    if (run.goesOn()) {
      baseline.note(step);
    }
    switch (step) {
      case EvictPod evict ->
          sender
              .send(run, evict, () -> evict(evict))
              .filter(Act::effectPossible)
              .map(act -> followed(run, evict, act, baseline))
              .ifPresent(follower::add);
      case RestartRollout restart -> {
        String stamp = now().truncatedTo(ChronoUnit.SECONDS).toString();
        sender
            .send(run, restart, () -> restart(restart, stamp))
            .filter(Act::effectPossible)
            .ifPresent(act ->
                follower.add(new FollowedRollout(restart, act, stamp, now(), baseline, patience)));
      }
      case ProveNothingNew _ -> throw new IllegalArgumentException("a proof is no departure");
    }
  }

  private FollowedPod followed(Run run, EvictPod step, Act act, Baseline baseline) {
    return new FollowedPod(step, act, now(), baseline, timing.patience(), () -> run.gone(step));
  }

  private Instant now() {
    return timing.clock().instant();
  }

  private Act restart(RestartRollout step, String stamp) throws PortException {
    return Act.done(
        "the template was stamped " + stamp, control.restart(step.target(), stamp, Mode.REAL));
  }

  private Act evict(EvictPod step) throws PortException {
    try {
      return Act.done("the eviction was granted", control.evict(step.pod(), Mode.REAL));
    } catch (PortException e) {
      return switch (e.kind()) {
        case NOT_FOUND -> Act.of(new StepOutcome.AlreadySo("It was gone already."));
        case CONFLICT -> conflict(step, e);
        case UNREACHABLE,
            UNAUTHORIZED,
            FORBIDDEN,
            THROTTLED,
            INVALID,
            GONE,
            SERVER_ERROR,
            NO_ANSWER,
            LOCAL ->
            throw e;
      };
    }
  }

  /** The eviction was refused, whether the look after it succeeds or not. */
  private Act conflict(EvictPod step, PortException e) {
    try {
      return reads
          .pod(step.pod().namespace(), step.pod().name())
          .filter(pod -> pod.ref().uid().equals(step.pod().uid()))
          .map(_ -> Act.refused(Refusals.words(e), true))
          .orElseGet(() ->
              Act.of(
                  new StepOutcome.AlreadySo(
                      "It was gone already; another pod may have its name.")));
    } catch (PortException unread) {
      return Act.refused(Refusals.words(e), true);
    }
  }
}
