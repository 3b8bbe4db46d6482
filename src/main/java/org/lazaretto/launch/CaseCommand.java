package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.journal.Verification;
import org.lazaretto.session.CaseDesk;
import org.lazaretto.session.Reporting;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    name = "case",
    description = "A case folder: make, show, verify.")
final class CaseCommand implements Callable<Integer> {
  private final Cases cases;
  private final Console console;
  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  CaseCommand(Cases cases, Console console) {
    this.cases = cases;
    this.console = console;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "Say new, show or verify.");
  }

  @Command(name = "new", description = "Makes a case in a missing or empty folder.")
  int create(
      @Parameters(paramLabel = "DIR") Path folder,
      @Option(names = "--title", paramLabel = "TEXT", defaultValue = "Incident") String title,
      @Option(names = "--operator", paramLabel = "NAME") Optional<String> operator,
      @Option(names = "--exercise", description = "It belongs to an exercise.") boolean exercise,
      @Mixin GlobalOptions options)
      throws SessionException {
    CaseInfo info = new CaseInfo(Cases.id(folder), title, "", "", exercise);
    try (CaseDesk desk = cases.create(folder, info, operator)) {
      if (options.json()) {
        console.json(desk.journal().info());
      } else {
        console.print("case " + info.id() + " in " + folder);
      }
    }
    return ExitStatus.HOLDS;
  }

  @Command(name = "show", description = "Prints the journal, one line each.")
  int show(@Parameters(paramLabel = "DIR") Path folder, @Mixin GlobalOptions options)
      throws SessionException {
    CaseFile file = Reporting.read(cases.at(folder));
    if (options.json()) {
      console.json(file);
    } else {
      CaseInfo info = file.info();
      console.print(
          "case %s: %s%s".formatted(info.id(), info.title(), info.exercise() ? " (EXERCISE)" : ""));
      console.print("cluster %s %s".formatted(info.clusterName(), info.clusterUid()));
      file.lines().forEach(this::line);
      verdict(file.verification());
    }
    return status(file.verification());
  }

  private void line(JournalLine line) {
    console.print(
        "%4d  %s  %s  %s"
            .formatted(line.number(), line.at(), line.operator(), EntryLine.of(line.entry())));
  }

  @Command(name = "verify", description = "Checks every line, every evidence hash and the head.")
  int verify(@Parameters(paramLabel = "DIR") Path folder, @Mixin GlobalOptions options)
      throws SessionException {
    Verification verification = Reporting.read(cases.at(folder)).verification();
    if (options.json()) {
      console.json(document(verification));
    } else {
      verdict(verification);
    }
    return status(verification);
  }

  private void verdict(Verification verification) {
    verification.notices().forEach(console::say);
    verification.problems().forEach(problem -> console.print("broken: " + problem.spoken()));
    console.print(
        "%s: %d lines, %d evidence items, head %s"
            .formatted(
                verification.holds() ? "holds" : "DOES NOT HOLD",
                verification.lines(),
                verification.evidence(),
                verification.head()));
  }

  private static Map<String, Object> document(Verification verification) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("holds", verification.holds());
    document.put("lines", verification.lines());
    document.put("head", verification.head());
    document.put("evidence", verification.evidence());
    document.put("problems", verification.problems());
    document.put("notices", verification.notices());
    return document;
  }

  private static int status(Verification verification) {
    return verification.holds() ? ExitStatus.HOLDS : ExitStatus.FAILED;
  }
}
