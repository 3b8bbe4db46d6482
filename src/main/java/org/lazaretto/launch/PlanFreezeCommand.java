package org.lazaretto.launch;

import java.util.List;
import java.util.concurrent.Callable;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.PlanWish;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "freeze",
    description = {
      "Keeps what can be known about the suspects: raw API answers, events, logs.",
      "Reads only; Secrets' contents are never read."
    })
final class PlanFreezeCommand implements Callable<Integer> {
  private final Planning planning;
  @Mixin private GlobalOptions options = new GlobalOptions();
  @Mixin private SuspectOptions suspects = new SuspectOptions();

  PlanFreezeCommand(Planning planning) {
    this.planning = planning;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    PlanWish wish = PlanWish.of(Wizard.FREEZE, suspects.suspects(), List.of());
    return planning.plan(options, wish, suspects.out());
  }
}
