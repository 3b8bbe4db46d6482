package org.lazaretto.launch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "cordon", description = "Keeps new pods off the suspects' nodes.")
final class PlanCordonCommand implements Callable<Integer> {
  private final Planning planning;
  @Mixin private GlobalOptions options = new GlobalOptions();
  @Mixin private SuspectOptions suspects = new SuspectOptions();

  @Option(
      names = "--node",
      arity = "1..*",
      paramLabel = "NAME",
      description = "These nodes instead of the suspects' own.")
  private List<String> nodes = List.of();

  @Option(
      names = "--label",
      paramLabel = "CHOICE",
      description = "Label the node status=quarantine: yes or no (default: ${DEFAULT-VALUE}).")
  private Choice label = Choice.of(Usual.PROTECTION.label());

  @Option(
      names = "--holds",
      paramLabel = "CHOICE",
      description = "Tell autoscalers to leave it alone, see T-23 (default: ${DEFAULT-VALUE}).")
  private Choice holds = Choice.of(Usual.PROTECTION.holds());

  @Option(
      names = "--taint",
      paramLabel = "WHEN",
      description = {
        "A NoSchedule taint besides, see T-47: always, never, or where the host is suspected",
        "(default: ${DEFAULT-VALUE})."
      })
  private Protection.Taint taint = Usual.PROTECTION.taint();

  PlanCordonCommand(Planning planning) {
    this.planning = planning;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    Protection protection = new Protection(label.yes(), holds.yes(), taint);
    return planning.plan(
        options,
        session ->
            session.plan(
                new Request.Cordon(session.suspects(suspects.suspects()), nodes, protection),
                Optional.empty()),
        suspects.out());
  }
}
