package org.lazaretto.launch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "dispose",
    description = {
      "Ends the suspects, by UID. What was not captured is lost: the plan is held until the",
      "evidence of each pod is in the case, or waived in writing."
    })
final class PlanDisposeCommand implements Callable<Integer> {
  private final Planning planning;
  @Mixin private GlobalOptions options = new GlobalOptions();
  @Mixin private SuspectOptions suspects = new SuspectOptions();

  @Option(
      names = "--way",
      paramLabel = "WAY",
      description = {
        "orphan: the owners, leaving their pods, then the suspects; foreground: the owners with",
        "all pods; scale: the owners to 0; pods: the suspects alone, which start again;",
        "restart: their containers, by kill 1 from inside (T-12b); stop, kill, remove, pause:",
        "their containers on the node, by hand, see hand-over (default: ${DEFAULT-VALUE})."
      })
  private Disposal way = Usual.DISPOSAL;

  @Option(
      names = "--container",
      paramLabel = "NAME",
      description = "Only containers of this name, where the way is about containers; repeatable.")
  private List<String> containers = List.of();

  PlanDisposeCommand(Planning planning) {
    this.planning = planning;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    if (!containers.isEmpty() && !way.ofContainers()) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "--container goes with restart, stop, kill, remove and pause; "
              + way.word()
              + " is about whole pods.");
    }
    return planning.plan(
        options,
        session ->
            session.plan(
                new Request.Dispose(session.suspects(suspects.suspects()), way, containers),
                Optional.empty()),
        suspects.out());
  }
}
