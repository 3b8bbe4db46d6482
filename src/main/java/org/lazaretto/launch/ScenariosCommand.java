package org.lazaretto.launch;

import java.util.List;
import java.util.concurrent.Callable;
import org.lazaretto.model.Scenario;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "scenarios", description = "Lists the training scenarios.")
final class ScenariosCommand implements Callable<Integer> {
  private final PracticeWorlds worlds;
  private final Console console;
  @Mixin private GlobalOptions options = new GlobalOptions();

  ScenariosCommand(PracticeWorlds worlds, Console console) {
    this.worlds = worlds;
    this.console = console;
  }

  @Override
  public Integer call() throws SessionException {
    List<Scenario> scenarios = scenarios();
    if (options.json()) {
      console.json(scenarios);
      return ExitStatus.HOLDS;
    }
    for (Scenario scenario : scenarios) {
      console.print(
          "%s  %s (about %d min)"
              .formatted(scenario.id(), scenario.title(), scenario.length().toMinutes()));
      scenario.story().lines().forEach(line -> console.print("    " + line));
    }
    return ExitStatus.HOLDS;
  }

  private List<Scenario> scenarios() throws SessionException {
    try {
      return worlds.scenarios();
    } catch (PortException e) {
      throw new SessionException(SessionException.Kind.UNAVAILABLE, e.getMessage());
    }
  }
}
