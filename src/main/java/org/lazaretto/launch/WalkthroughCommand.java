package org.lazaretto.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.adapter.kubernetes.KubeconfigDirectory;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Scenario;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.session.Reporting;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;
import org.lazaretto.session.Workplace;
import org.lazaretto.session.Workstation;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.BothThemes;
import org.lazaretto.ui.walkthrough.Camera;
import org.lazaretto.ui.walkthrough.Hand;
import org.lazaretto.ui.walkthrough.StuckException;
import org.lazaretto.ui.walkthrough.Tour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "walkthrough",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a scenario's reference walkthrough through the real window,",
      "without a display, and leaves case, report and pictures of every page."
    })
final class WalkthroughCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PracticeWorlds worlds;
  private final Workplace place;
  private final Console console;

  @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario's id.")
  private String scenario = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where case/, the report and screenshots/ go.")
  private Path out = Path.of("");

  @Option(
      names = "--speed",
      defaultValue = "10",
      paramLabel = "N",
      description = "Simulated seconds in one second (default: ${DEFAULT-VALUE}).")
  private double speed = 10;

  WalkthroughCommand(PracticeWorlds worlds, Workplace place, Console console) {
    this.worlds = worlds;
    this.place = place;
    this.console = console;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    Path folder = out.resolve("case");
    if (Files.exists(folder)) {
      throw new SessionException(
          Kind.USAGE, folder + " is there already. Nothing was changed. Name another --out.");
    }
    Scenario told = scenario();
    console.say(told.title());
    CaseFolders cases = new CaseFolders(out.toAbsolutePath());
    play(told, cases);
    CaseFile file = Reporting.read(cases.at(folder));
    reports(file);
    console.print(out.resolve("screenshots").toString());
    console.print(folder.toString());
    return CaseOutcome.print(console, file);
  }

  /** The window wrote them into the case; here they stand beside it too, byte for byte. */
  private void reports(CaseFile file) throws SessionException {
    for (JournalLine line : file.lines()) {
      if (line.entry() instanceof Entry.ReportWritten written) {
        Path to = out.resolve("report." + written.format());
        try {
          Files.copy(out.resolve("case").resolve(written.file()), to);
        } catch (IOException e) {
          throw SessionException.unchanged(
              Kind.UNAVAILABLE, "The report cannot be copied to " + to + ": " + e, "");
        }
        console.print(to.toString());
      }
    }
  }

  private Scenario scenario() throws SessionException {
    try {
      return worlds.scenarios().stream()
          .filter(each -> each.id().equals(scenario))
          .findFirst()
          .orElseThrow(this::unknown);
    } catch (PortException e) {
      throw new SessionException(Kind.USAGE, e.getMessage());
    }
  }

  private SessionException unknown() {
    return new SessionException(
        Kind.USAGE,
        "There is no scenario '" + scenario + "'. Nothing was changed. `scenarios` lists them.");
  }

  private void play(Scenario told, CaseFolders cases)
      throws SessionException, InterruptedException {
    Hand hand = new Hand(Toolkit.fx(), PATIENCE);
    PinnedWorld world = new PinnedWorld(worlds, out.resolve("range"));
    // Closing them waits until the case is closed and its world has ended.
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Workstation workstation =
          new Workstation(
              new Workstation.Doors(new KubeconfigDirectory(Optional.empty()), world, cases),
              place);
      HeadlessWindow window =
          HeadlessWindow.make(hand, workstation, workers, new AbsentDesktop(out));
      try {
        tour(told, window, hand, world);
      } finally {
        window.close();
      }
    }
  }

  private void tour(Scenario told, HeadlessWindow window, Hand hand, PinnedWorld world)
      throws SessionException, InterruptedException {
    Camera camera = new Camera(hand, out.resolve("screenshots"));
    BothThemes album = new BothThemes(hand, window.stage().getScene(), camera::take);
    try {
      window.show(new Opening.Start());
      hand.find("start-" + told.id());
      album.keep("start");
      window.show(new Opening.Practice(told.id(), Optional.of(out.resolve("case")), speed));
      hand.find("picturePane");
      if (!world.settled(PATIENCE)) {
        throw new SessionException(Kind.BROKEN, "The practice world has not settled in time.");
      }
      new Tour(hand, album, step -> console.say(step.action())).play(world.scenario(told));
    } catch (IOException e) {
      throw SessionException.unchanged(
          Kind.UNAVAILABLE, "The pictures cannot be written to " + out + ": " + e, "");
    } catch (StuckException e) {
      throw new SessionException(Kind.BROKEN, e.getMessage());
    }
  }
}
