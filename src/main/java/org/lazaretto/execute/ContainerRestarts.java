package org.lazaretto.execute;

import java.time.Duration;
import java.util.Optional;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.PodRun;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;
import org.lazaretto.port.Ran;

/** Has the first process of a container end, by a command in it. */
final class ContainerRestarts {
  private static final Duration AT_MOST = Duration.ofSeconds(10);
  private static final int KILLED = 128 + 9;
  private static final int TERMINATED = 128 + 15;
  private static final int MOST_WORDS = 200;

  private final ClusterReads reads;
  private final ClusterControl control;

  ContainerRestarts(ClusterReads reads, ClusterControl control) {
    this.reads = reads;
    this.control = control;
  }

  /**
   * The step with the restart count of this moment, against which it is verified: the container may
   * have restarted by itself since it was planned. As it was if that cannot be read.
   */
  DisposeStep.RestartContainer counted(DisposeStep.RestartContainer step) {
    try {
      return reads
          .containers(step.pod())
          .flatMap(run -> run.container(step.container()))
          .map(now ->
              new DisposeStep.RestartContainer(
                  step.id(), step.pod(), step.container(), now.restarts(), step.restartPolicy()))
          .orElse(step);
    } catch (PortException unread) {
      return step;
    }
  }

  Act send(DisposeStep.RestartContainer step) throws PortException {
    Optional<PodRun> run = reads.containers(step.pod());
    if (run.flatMap(now -> now.container(step.container()))
        .filter(ContainerRun::running)
        .isEmpty()) {
      return Act.refused("The container does not run any more; nothing was sent.", false);
    }
    Ran ran = control.run(step.pod(), step.container(), Cards.restartWords(), AT_MOST);
    return switch (ran.ending()) {
      case Ran.Ending.Exited(var code) when code == 0 || code == KILLED || code == TERMINATED ->
          Act.done("its first process was told to end", ran.exchange());
      case Ran.Ending.Exited(var code) ->
          Act.refused("kill ended with code " + code + said(ran.err()), false);
      case Ran.Ending.NotRun(var reason) ->
          Act.refused("Nothing ran in the container" + said(reason), false);
    };
  }

  /** What a hostile container says about itself. */
  private static String said(String words) {
    String visible = HostileText.visible(words.strip());
    String some = visible.length() > MOST_WORDS ? visible.substring(0, MOST_WORDS) + "…" : visible;
    return some.isEmpty() ? "." : ", and it says: " + some;
  }
}
