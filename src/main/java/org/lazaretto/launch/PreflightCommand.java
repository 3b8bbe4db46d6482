package org.lazaretto.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.execute.Preflight;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "preflight", description = "The permission matrix, of one wizard or of all.")
final class PreflightCommand implements Callable<Integer> {
  private final Clusters clusters;
  private final Console console;
  @Mixin private GlobalOptions options = new GlobalOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WIZARD",
      description = "freeze, cordon or evacuate.")
  private Optional<Wizard> wizard = Optional.empty();

  PreflightCommand(Clusters clusters, Console console) {
    this.clusters = clusters;
    this.console = console;
  }

  @Override
  public Integer call() throws SessionException {
    try (ClusterConnection connection = clusters.connect(options.kubeconfig(), options.context())) {
      Preflight preflight = new Preflight(connection.reads());
      Map<String, List<Preflight.Right>> matrix = new LinkedHashMap<>();
      for (Wizard each : wizard.map(List::of).orElse(List.of(Wizard.values()))) {
        matrix.put(each.word(), preflight.of(each));
      }
      print(matrix);
      return status(matrix);
    }
  }

  private void print(Map<String, List<Preflight.Right>> matrix) {
    if (options.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      matrix.forEach((word, rights) -> document.put(word, rights.stream().map(this::row).toList()));
      console.json(document);
      return;
    }
    matrix.forEach((word, rights) -> {
      console.print(word);
      rights.forEach(right ->
          console.print(
              "  %-11s  %s%s"
                  .formatted(right.answer().word(), right.permission().spoken(), why(right))));
    });
  }

  private Map<String, Object> row(Preflight.Right right) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("permission", right.permission());
    row.put("answer", right.answer().word());
    return row;
  }

  private static String why(Preflight.Right right) {
    return right.answer() instanceof Preflight.Answer.CannotTell(var reason)
        ? " (" + reason + ")"
        : "";
  }

  private static int status(Map<String, List<Preflight.Right>> matrix) {
    boolean all =
        matrix.values().stream()
            .flatMap(List::stream)
            .allMatch(right -> right.answer() instanceof Preflight.Answer.Allowed);
    return all ? ExitStatus.HOLDS : ExitStatus.UNAVAILABLE;
  }
}
