package org.lazaretto.plan.dispose;

import java.util.Optional;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRun;
import org.lazaretto.plan.ContainerId;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.NodeDeed;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** How the running containers of one suspect are ended or frozen. */
final class ContainerEndings {
  private final Request.Dispose request;
  private final Pod pod;

  ContainerEndings(Request.Dispose request, Pod pod) {
    this.request = request;
    this.pod = pod;
  }

  /** Whether the request is about it. */
  boolean meant(ContainerRun container) {
    boolean named =
        request.containers().isEmpty() || request.containers().contains(container.name());
    return named && container.running();
  }

  /** Empty if there is no way to do it. */
  Optional<Step> step(StepId id, PodRun run, ContainerRun container) {
    if (request.way().onNode().isEmpty()) {
      return Optional.of(
          new DisposeStep.RestartContainer(
              id, pod.ref(), container.name(), container.restarts(), run.restartPolicy()));
    }
    NodeDeed deed = request.way().onNode().get();
    return ContainerId.of(container.id())
        .filter(runtime -> runtime.command(deed).isPresent())
        .map(runtime ->
            new DisposeStep.OnNode(
                id,
                pod.ref(),
                pod.node().orElse(""),
                new DisposeStep.Kept(container.name(), run.restartPolicy(), container.probed()),
                runtime,
                deed));
  }

  String impossible(ContainerRun container) {
    return "Container "
        + container.name()
        + " of "
        + pod.ref().path()
        + " cannot be given to "
        + request.way().word()
        + ": its id is '"
        + container.id()
        + "', and no command of that runtime is known for it.";
  }

  String nothing() {
    return "Pod "
        + pod.ref().path()
        + " has no running container"
        + (request.containers().isEmpty()
            ? "."
            : " of the name " + String.join(" or ", request.containers()) + ".");
  }
}
