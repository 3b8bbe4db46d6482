package org.lazaretto.launch;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.port.PracticeWorlds;
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
    Console console =
        new Console(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    int status;
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      status = commandLine(console, workers).execute(args);
    }
    System.exit(status);
  }

  static CommandLine commandLine(Console console, ExecutorService workers) {
    Workplace place =
        new Workplace(author(), new CaseClock(InstantSource.system(), System::nanoTime), workers);
    Clusters clusters = new Clusters(place, console);
    Cases cases = new Cases(place);
    PracticeWorlds worlds = new LocalWorlds();
    Planning planning = new Planning(clusters, console);
    CommandLine plan =
        new CommandLine(new PlanCommand())
            .addSubcommand(new PlanFreezeCommand(planning))
            .addSubcommand(new PlanCordonCommand(planning))
            .addSubcommand(new PlanEvacuateCommand(planning));
    CommandLine program =
        new CommandLine(new Program(worlds, place, workers))
            .addSubcommand(new WalkthroughCommand(worlds, place, console))
            .addSubcommand(new RangeCommand(worlds, console))
            .addSubcommand(new ScenariosCommand(worlds, console))
            .addSubcommand(plan)
            .addSubcommand(new ApplyCommand(clusters, cases, console))
            .addSubcommand(new PreflightCommand(clusters, console))
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

  private static Author author() {
    String user = System.getProperty("user.name", "unknown");
    long pid = ManagementFactory.getRuntimeMXBean().getPid();
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
