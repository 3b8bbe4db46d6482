package org.lazaretto.launch;

import java.util.List;
import java.util.concurrent.Callable;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.PlanWish;
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

  PlanCordonCommand(Planning planning) {
    this.planning = planning;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    PlanWish wish = PlanWish.of(Wizard.CORDON, suspects.suspects(), nodes);
    return planning.plan(options, wish, suspects.out());
  }
}
