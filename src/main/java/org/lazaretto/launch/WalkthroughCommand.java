package org.lazaretto.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.RunResult;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.model.Scenario;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.report.Classification;
import org.lazaretto.report.ReportFormat;
import org.lazaretto.session.CaseDesk;
import org.lazaretto.session.ReportFiles;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;
import org.lazaretto.session.Walkthrough;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "walkthrough",
    mixinStandardHelpOptions = true,
    description = "Plays a scenario's reference walkthrough and leaves case and report.")
final class WalkthroughCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final PracticeWorlds worlds;
  private final Clusters clusters;
  private final Cases cases;
  private final Console console;

  @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario's id.")
  private String scenario = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where case/ and the report go.")
  private Path out = Path.of("");

  @Option(
      names = "--speed",
      defaultValue = "10",
      paramLabel = "N",
      description = "Simulated seconds in one second (default: ${DEFAULT-VALUE}).")
  private double speed = 10;

  WalkthroughCommand(PracticeWorlds worlds, Clusters clusters, Cases cases, Console console) {
    this.worlds = worlds;
    this.clusters = clusters;
    this.cases = cases;
    this.console = console;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    if (Files.exists(out.resolve("case"))) {
      throw new SessionException(
          Kind.USAGE,
          out.resolve("case") + " is there already. Nothing was changed. Name another --out.");
    }
    try (PracticeWorlds.World world = start()) {
      console.say("the range is up: " + world.kubeconfig());
      if (!world.awaitSettled(PATIENCE)) {
        throw new SessionException(Kind.BROKEN, "The practice world has not settled in time.");
      }
      return play(world);
    }
  }

  private int play(PracticeWorlds.World world) throws SessionException, InterruptedException {
    Scenario told = world.scenario();
    console.say(told.title());
    CaseInfo info = new CaseInfo("EX-" + told.id(), told.title(), "", "", true);
    Path folder = out.resolve("case");
    int status = ExitStatus.HOLDS;
    try (CaseDesk desk = cases.create(folder, info, Optional.empty())) {
      Walkthrough walkthrough =
          new Walkthrough(
              () -> clusters.open(Optional.of(world.kubeconfig()), Optional.empty()),
              desk,
              cases.place(Optional.empty()),
              new ConsoleProgress(console));
      for (WalkthroughStep step : told.walkthrough()) {
        console.say("--- " + step.action());
        Optional<RunResult> result = walkthrough.play(step, new Cancellation());
        if (result.isPresent()) {
          console.print(step.action() + ": " + result.get().summary());
          status = Math.max(status, RunReport.status(result.get()));
        }
      }
    }
    report(folder);
    return status;
  }

  private void report(Path folder) throws SessionException {
    List<ReportFormat> formats = List.of(ReportFormat.HTML, ReportFormat.MD);
    new ReportFiles(cases.place(Optional.empty()))
        .write(cases.at(folder), new ReportFiles.Wish(formats, Classification.CLEAR), out)
        .forEach(report -> console.print(report.file().toString()));
    console.print(folder.toString());
  }

  private PracticeWorlds.World start() throws SessionException {
    try {
      return worlds.start(
          new PracticeWorlds.Wish(scenario, Optional.empty(), out.resolve("range"), speed));
    } catch (PortException e) {
      throw new SessionException(Kind.USAGE, e.getMessage());
    }
  }
}
