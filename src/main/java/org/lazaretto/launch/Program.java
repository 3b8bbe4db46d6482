package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.adapter.files.SettingsFile;
import org.lazaretto.adapter.kubernetes.KubeconfigDirectory;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.Workplace;
import org.lazaretto.session.Workstation;
import org.lazaretto.settings.Preferences;
import org.lazaretto.settings.Settings;
import org.lazaretto.ui.shell.Opening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program without a command: the window. */
@Command(
    name = "lazaretto",
    description = {
      "Incident response for Kubernetes: observe, contain, keep evidence, report.",
      "Without a command it opens the window."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Exit status: 0 it holds; 1 failed, or a verification does not hold; 2 wrong usage;",
      "3 not reachable, not permitted, locked; 4 held; 5 outcome unknown, read the journal."
    })
final class Program implements Callable<Integer> {
  private final PracticeWorlds worlds;
  private final Workplace place;
  private final ExecutorService workers;
  private final Consumer<Stage> opened;

  @Option(
      names = "--practice",
      paramLabel = "SCENARIO",
      description = "Opens an exercise on the training range.")
  private Optional<String> practice = Optional.empty();

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Opens this context of the kubeconfig.")
  private Optional<String> context = Optional.empty();

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "The kubeconfig file; otherwise KUBECONFIG, then ~/.kube/config.")
  private Optional<Path> kubeconfig = Optional.empty();

  @Option(
      names = "--case",
      paramLabel = "DIR",
      description = "The case folder; opened if it holds a case, else made. Alone: read only.")
  private Optional<Path> folder = Optional.empty();

  Program(PracticeWorlds worlds, Workplace place, ExecutorService workers, Consumer<Stage> opened) {
    this.worlds = worlds;
    this.place = place;
    this.workers = workers;
    this.opened = opened;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    if (practice.isPresent() && context.isPresent()) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "--practice and --context exclude each other. Nothing was changed.");
    }
    Preferences preferences = Preferences.open(SettingsFile.usual(System.getenv()));
    CaseFolders cases = new CaseFolders(() -> home(preferences.now()), workers);
    Workstation workstation =
        new Workstation(
            new Workstation.Doors(new KubeconfigDirectory(kubeconfig), worlds, cases), place);
    new WindowFace(workstation, preferences, workers).open(opening(), opened);
    return ExitStatus.HOLDS;
  }

  private static Path home(Settings settings) {
    return settings.caseFolder().isBlank()
        ? CaseFolders.usualHome()
        : Path.of(settings.caseFolder());
  }

  private Opening opening() {
    return practice
        .<Opening>map(scenario -> new Opening.Practice(scenario, folder, 1))
        .or(() -> context.map(name -> new Opening.Cluster(name, folder)))
        .or(() -> folder.map(Opening.Reading::new))
        .orElseGet(Opening.Start::new);
  }
}
