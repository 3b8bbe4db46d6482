package org.lazaretto.launch;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.Workplace;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The program's entry point: wires everything by hand and exits with the command's status. */
public final class Launcher {
  private Launcher() {}

  /**
   * Runs the command line and exits with its status.
   *
   * @param args the words after the program's name
   */
  public static void main(String[] args) {
    System.exit(run(args, _ -> {}));
  }

  /**
   * Runs the command line.
   *
   * @param opened hears of the window, on the toolkit's thread, before it is shown
   * @return its status
   */
  static int run(String[] args, Consumer<Stage> opened) {
    Console console =
        new Console(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      return args.length == 0
          ? window(console, workers, opened)
          : commandLine(console, workers, opened).execute(args);
    }
  }

  /** Without a word there is nothing to parse, and the window need not wait for what parses. */
  private static int window(Console console, ExecutorService workers, Consumer<Stage> opened) {
    try {
      return new Program(new LocalWorlds(), workplace(workers), workers, opened).call();
    } catch (SessionException e) {
      return new Trouble(console).told(e);
    } catch (InterruptedException e) {
      return new Trouble(console).interrupted();
    }
  }

  static CommandLine commandLine(Console console, ExecutorService workers, Consumer<Stage> opened) {
    Workplace place = workplace(workers);
    Clusters clusters = new Clusters(place, console);
    Cases cases = new Cases(place);
    PracticeWorlds worlds = new LocalWorlds();
    Planning planning = new Planning(clusters, console);
    CommandLine plan =
        new CommandLine(new PlanCommand())
            .addSubcommand(new PlanOrderCommand(clusters, cases, console))
            .addSubcommand(new PlanFreezeCommand(planning))
            .addSubcommand(new PlanCordonCommand(planning))
            .addSubcommand(new PlanIsolateCommand(planning, cases))
            .addSubcommand(new PlanEvacuateCommand(planning))
            .addSubcommand(new PlanCredentialsCommand(planning))
            .addSubcommand(new PlanDisposeCommand(planning))
            .addSubcommand(new PlanRecoverCommand(planning, cases));
    CommandLine program =
        new CommandLine(new Program(worlds, place, workers, opened))
            .addSubcommand(new WalkthroughCommand(worlds, place, console))
            .addSubcommand(new RangeCommand(worlds, console))
            .addSubcommand(new ScenariosCommand(worlds, console))
            .addSubcommand(plan)
            .addSubcommand(new ApplyCommand(clusters, cases, console))
            .addSubcommand(new PreflightCommand(clusters, console))
            .addSubcommand(new HandOverCommand(clusters, cases, console))
            .addSubcommand(new CaseCommand(cases, console))
            .addSubcommand(new ReportCommand(cases, console))
            .addSubcommand(new BenchCommand(Benches.all(worlds), console))
            .addSubcommand("generate-completion", new AutoComplete.GenerateCompletion());
    Trouble trouble = new Trouble(console);
    return program
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(trouble)
        .setParameterExceptionHandler(trouble::wrongUsage)
        .setUsageHelpAutoWidth(true);
  }

  private static Workplace workplace(ExecutorService workers) {
    return new Workplace(
        author(), new CaseClock(InstantSource.system(), System::nanoTime), workers);
  }

  private static Author author() {
    String user = System.getProperty("user.name", "unknown");
    long pid = ProcessHandle.current().pid();
    return new Author(user, user, host(), Long.toString(pid), Version.text());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown host";
    }
  }
}
