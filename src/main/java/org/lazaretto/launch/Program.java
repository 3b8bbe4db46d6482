package org.lazaretto.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(
    name = "lazaretto",
    description = {
      "Incident response for Kubernetes: observe, contain, keep evidence, report.",
      "Try it on the built-in range: lazaretto walkthrough cryptominer-eks --out my-first-case"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Exit status: 0 it holds; 1 failed, or a verification does not hold; 2 wrong usage;",
      "3 not reachable, not permitted, locked; 4 held; 5 outcome unknown, read the journal."
    })
final class Program implements Callable<Integer> {
  private final Console console;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  Program(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (spec != null) {
      console.page(spec.commandLine().getUsageMessage());
    }
    console.say("lazaretto: the window is not part of this version yet; name a command.");
    console.say("`lazaretto walkthrough cryptominer-eks --out DIR` needs no display.");
    return ExitStatus.UNAVAILABLE;
  }
}
