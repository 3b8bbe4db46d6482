package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every wizard's plan takes. */
final class SuspectOptions {
  @Option(
      names = "--suspect",
      required = true,
      arity = "1..*",
      paramLabel = "NS/POD",
      description = "The compromised pods.")
  private List<String> suspects = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the plan is written; `apply` reads it.")
  private Optional<Path> out = Optional.empty();

  List<String> suspects() {
    return suspects;
  }

  Optional<Path> out() {
    return out;
  }
}
