package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.RunResult;
import org.lazaretto.plan.Plan;
import org.lazaretto.session.CaseDesk;
import org.lazaretto.session.ClusterSession;
import org.lazaretto.session.Order;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;
import org.lazaretto.session.Undertaking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "apply",
    description = "Carries out an approved plan: verifies every step and journals everything.")
final class ApplyCommand implements Callable<Integer> {
  private final Clusters clusters;
  private final Cases cases;
  private final Console console;
  @Mixin private GlobalOptions options = new GlobalOptions();
  @Mixin private CaseOptions caseOptions = new CaseOptions();

  @Parameters(index = "0", paramLabel = "plan.json", description = "The plan, as `plan` wrote it.")
  private Path file = Path.of("");

  @Option(
      names = "--approve",
      paramLabel = "FINGERPRINT",
      description = "The fingerprint of the plan that was read and approved.")
  private Optional<String> approved = Optional.empty();

  @Option(
      names = "--waive",
      paramLabel = "ID=reason",
      description =
          "A written reason for going on against a stop, for what"
              + " the plan shows under this id and for no later object; repeatable.")
  private List<String> waivers = List.of();

  @Option(
      names = "--reason",
      defaultValue = "named as suspect in the plan",
      paramLabel = "TEXT",
      description = "Why the suspects are held to be compromised.")
  private String reason = "";

  ApplyCommand(Clusters clusters, Cases cases, Console console) {
    this.clusters = clusters;
    this.cases = cases;
    this.console = console;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    Plan plan = PlanFile.read(file);
    Order order = new Order(plan, approval(plan), WaiverWords.read(waivers, plan), reason);
    try (ClusterSession session = clusters.open(options);
        CaseDesk desk = cases.openOrCreate(caseOptions, session.cluster())) {
      desk.notices().forEach(console::say);
      Cancellation cancellation = new Cancellation();
      try (Stop _ = Stop.onSignal(cancellation, console)) {
        RunResult result =
            new Undertaking(session, desk, cases.place(caseOptions), new ConsoleProgress(console))
                .carryOut(order, cancellation);
        ProvenLines proven = ProvenLines.of(desk.journal().lines(), plan);
        return new RunReport(console, plan, proven).print(options.json(), result);
      }
    }
  }

  private String approval(Plan plan) throws SessionException {
    return approved.orElseThrow(() ->
        new SessionException(
            Kind.HELD,
            "The plan is not approved. Nothing was sent. Read it, then add --approve "
                + plan.fingerprint()));
  }
}
