package org.lazaretto.launch;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "credentials",
    description = {
      "Takes rights and tokens from the suspects' service accounts, and shows who shares them.",
      "Of Secrets the metadata alone is read, never what they hold."
    })
final class PlanCredentialsCommand implements Callable<Integer> {
  private final Planning planning;
  @Mixin private GlobalOptions options = new GlobalOptions();
  @Mixin private SuspectOptions suspects = new SuspectOptions();

  @Option(
      names = "--bindings",
      paramLabel = "CHOICE",
      description = "Take the accounts out of their bindings (default: ${DEFAULT-VALUE}).")
  private Choice bindings = Choice.of(Usual.BINDINGS);

  @Option(
      names = "--tokens",
      paramLabel = "CHOICE",
      description = "Delete the Secrets that hold their tokens (default: ${DEFAULT-VALUE}).")
  private Choice tokens = Choice.of(Usual.TOKENS);

  PlanCredentialsCommand(Planning planning) {
    this.planning = planning;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    return planning.plan(
        options,
        session ->
            session.plan(
                new Request.Credentials(
                    session.suspects(suspects.suspects()), bindings.yes(), tokens.yes()),
                Optional.empty()),
        suspects.out());
  }
}
