package org.lazaretto.execute;

import java.util.Optional;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.PodRun;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.DisposeStep;

/** Says by what the API knows of a container whether it ended, was restarted, or stands still. */
final class ContainerProof {
  /** Whether the restart count is higher than the one that the step holds. */
  Verdict restarted(DisposeStep.RestartContainer step, Optional<PodRun> now) {
    Optional<ContainerRun> container = now.flatMap(run -> run.container(step.container()));
    if (now.isEmpty()) {
      return new Verdict.DoesNotHold("Read again: the pod is gone, so nothing was restarted.");
    }
    if (container.isEmpty()) {
      return unnamed();
    }
    ContainerRun found = container.get();
    if (found.restarts() > step.restarts()) {
      return new Verdict.Holds(
          "Read again: restart count "
              + found.restarts()
              + ", before it "
              + step.restarts()
              + (found.running() ? "." : "; it waits to run again."));
    }
    return new Verdict.DoesNotHold(
        found.running()
            ? "Read again: it runs, and its restart count is still "
                + found.restarts()
                + ". A first process without a handler ignores the signal (T-12b)."
            : "Read again: it has ended, and its node has not started it again.");
  }

  /** Whether a container of the step's id still runs in the pod. */
  Verdict onNode(DisposeStep.OnNode step, Optional<PodRun> now) {
    Optional<ContainerRun> found = now.flatMap(run -> run.container(step.container().name()));
    if (now.isEmpty()) {
      return gone(step, "Read again: the pod is gone.");
    }
    if (found.isEmpty()) {
      return unnamed();
    }
    ContainerRun container = found.get();
    if (!container.id().equals(step.runtime().toString())) {
      return gone(
          step,
          "Read again: this container is gone; the kubelet has started "
              + (container.id().isEmpty() ? "none yet" : container.id())
              + " in its place, restart count "
              + container.restarts()
              + ".");
    }
    if (!container.running()) {
      return gone(step, "Read again: it has ended.");
    }
    return switch (step.deed()) {
      case PAUSE ->
          new Verdict.CannotTell(
              "Kubernetes does not show whether it stands still; the same container is there, so"
                  + " nothing has restarted it so far. Look on the node.");
      case RESUME ->
          new Verdict.CannotTell(
              "Kubernetes does not show whether it goes on; the same container is there, restart"
                  + " count "
                  + container.restarts()
                  + ". Look on the node.");
      case STOP, KILL, REMOVE ->
          new Verdict.DoesNotHold("Read again: the same container still runs.");
    };
  }

  /** A status is written by the node, which may be the intruder's. */
  private static Verdict unnamed() {
    return new Verdict.CannotTell(
        "Read again: the pod is there, and its status does not name the container. Look on the"
            + " node.");
  }

  private static Verdict gone(DisposeStep.OnNode step, String words) {
    return switch (step.deed()) {
      case PAUSE -> new Verdict.DoesNotHold(words + " Nothing is frozen any more.");
      case RESUME -> new Verdict.Holds(words + " Nothing is frozen any more.");
      case STOP, KILL, REMOVE -> new Verdict.Holds(words);
    };
  }
}
