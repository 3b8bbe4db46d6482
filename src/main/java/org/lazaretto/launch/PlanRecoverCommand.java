package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Request;
import org.lazaretto.session.Reporting;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "recover",
    description = {
      "Takes back what a case changed, the last change first, each to its former value.",
      "What somebody else has changed since is shown and holds the plan."
    })
final class PlanRecoverCommand implements Callable<Integer> {
  private final Planning planning;
  private final Cases cases;
  @Mixin private GlobalOptions options = new GlobalOptions();

  @Option(names = "--case", required = true, paramLabel = "DIR", description = "The case folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--hardened",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "What let the intruder in, and how it was closed.")
  private String hardened = "";

  @Option(
      names = "--leave",
      paramLabel = "NS/KIND/NAME|LINE",
      description = {
        "What stays as it is: an object, whatever the case did to it, or one step alone, by the",
        "journal line of its intent (`case show DIR`); repeatable."
      })
  private List<String> leave = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the plan is written; `apply` reads it.")
  private Optional<Path> out = Optional.empty();

  PlanRecoverCommand(Planning planning, Cases cases) {
    this.planning = planning;
    this.cases = cases;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    CaseFile file = Reporting.read(cases.at(folder));
    Request.Recover request = new Request.Recover(suspects(file.lines()), hardened, leave);
    return planning.plan(
        options,
        session -> session.plan(request, Optional.of(file.info().clusterUid()), file.lines()),
        out);
  }

  private static List<PodRef> suspects(List<JournalLine> lines) {
    Set<PodRef> marked = new LinkedHashSet<>();
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.SuspectMarked mark -> marked.add(mark.pod());
        case Entry.SuspectCleared cleared -> marked.remove(cleared.pod());
        default -> {}
      }
    }
    return List.copyOf(marked);
  }
}
