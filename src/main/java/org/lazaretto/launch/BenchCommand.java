package org.lazaretto.launch;

import java.util.Map;
import java.util.concurrent.Callable;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    name = "bench",
    description = "Runs one benchmark; its last line is NAME figure unit RATIOx against WHAT.")
final class BenchCommand implements Callable<Integer> {
  private final Map<String, Callable<String>> benches;
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "evacuate, journal, map, observe, pick, plan, pulses, range, search or start.")
  private String name = "";

  BenchCommand(Map<String, Callable<String>> benches, Console console) {
    this.benches = Map.copyOf(benches);
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Callable<String> bench = benches.get(name);
    if (bench == null) {
      throw new SessionException(
          SessionException.Kind.USAGE,
          "There is no benchmark '"
              + name
              + "'; there are "
              + String.join(", ", benches.keySet().stream().sorted().toList())
              + ".");
    }
    console.page(bench.call());
    return ExitStatus.HOLDS;
  }
}
