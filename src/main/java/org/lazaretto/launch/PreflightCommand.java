package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.execute.PermissionMatrix;
import org.lazaretto.execute.Preflight;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.session.Rights;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "preflight",
    description =
        "The permission matrix, of one wizard or of all; what is missing as RBAC objects.")
final class PreflightCommand implements Callable<Integer> {
  private final Clusters clusters;
  private final Console console;
  @Mixin private GlobalOptions options = new GlobalOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WIZARD",
      description = "freeze, cordon, isolate, evacuate, dispose or recover; without it all.")
  private Optional<Wizard> wizard = Optional.empty();

  @Option(
      names = "--plan",
      paramLabel = "plan.json",
      description = "What this plan needs, in the namespaces where it needs it.")
  private Optional<Path> file = Optional.empty();

  PreflightCommand(Clusters clusters, Console console) {
    this.clusters = clusters;
    this.console = console;
  }

  @Override
  public Integer call() throws SessionException {
    try (ClusterConnection connection = clusters.connect(options.kubeconfig(), options.context())) {
      Rights rights =
          file.isPresent()
              ? Rights.of(connection.reads(), PlanFile.read(file.get()))
              : Rights.of(
                  connection.reads(), wizard.map(List::of).orElse(List.of(Wizard.values())));
      print(rights.matrix(), rights.missing());
      return rights.matrix().complete() ? ExitStatus.HOLDS : ExitStatus.UNAVAILABLE;
    }
  }

  private void print(PermissionMatrix matrix, String yaml) {
    if (options.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      matrix
          .rows()
          .forEach((word, rights) -> document.put(word, rights.stream().map(this::row).toList()));
      document.put("missing", yaml);
      console.json(document);
      return;
    }
    matrix
        .rows()
        .forEach((word, rights) -> {
          console.print(word + ": " + matrix.verdict(word));
          rights.forEach(right ->
              console.print(
                  "  %-11s  %s%s"
                      .formatted(right.answer().word(), right.permission().spoken(), why(right))));
        });
    if (!yaml.isEmpty()) {
      console.say("missing; for whoever may grant it:");
      console.page(yaml);
    }
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
}
