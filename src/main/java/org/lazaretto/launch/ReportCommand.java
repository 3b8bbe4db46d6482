package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.report.Classification;
import org.lazaretto.report.ReportFormat;
import org.lazaretto.session.ReportFiles;
import org.lazaretto.session.Reporting;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;
import org.lazaretto.session.WrittenReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "report", description = "Writes the incident report of a case.")
final class ReportCommand implements Callable<Integer> {
  private final Cases cases;
  private final Console console;
  @Mixin private GlobalOptions options = new GlobalOptions();

  @Parameters(index = "0", paramLabel = "DIR", description = "The case folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--format",
      split = ",",
      defaultValue = "html,md",
      paramLabel = "FORMAT",
      description = "html, md, json; several by commas (default: ${DEFAULT-VALUE}).")
  private List<String> formats = List.of();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where it goes.")
  private Path out = Path.of("");

  @Option(
      names = "--tlp",
      paramLabel = "LABEL",
      description = {
        "Classification: red, amber+strict, amber, green, clear",
        "(default: as last time; at first amber, for an exercise clear)."
      })
  private Optional<String> tlp = Optional.empty();

  ReportCommand(Cases cases, Console console) {
    this.cases = cases;
    this.console = console;
  }

  @Override
  public Integer call() throws SessionException {
    Classification classification = classification();
    ReportFiles files = new ReportFiles(cases.place(Optional.empty()));
    List<Path> written =
        files.write(cases.at(folder), new ReportFiles.Wish(formats(), classification), out).stream()
            .map(WrittenReport::file)
            .toList();
    if (options.json()) {
      console.json(written.stream().map(Path::toString).toList());
    } else {
      written.forEach(file -> console.print(file.toString()));
    }
    CaseFile file = Reporting.read(cases.at(folder));
    if (!file.verification().holds()) {
      console.say("The chain is broken; the report says so on its first page.");
      return ExitStatus.FAILED;
    }
    return ExitStatus.HOLDS;
  }

  private Classification classification() throws SessionException {
    if (tlp.isEmpty()) {
      CaseFile file = Reporting.read(cases.at(folder));
      return Reporting.usual(file.info(), file.lines());
    }
    String label = tlp.get();
    return Classification.of(label).orElseThrow(() -> usage("'" + label + "' is no TLP label."));
  }

  private List<ReportFormat> formats() throws SessionException {
    List<ReportFormat> known = new ArrayList<>();
    for (String word : formats) {
      known.add(
          ReportFormat.of(word)
              .orElseThrow(() -> usage("'" + word + "' is no format; html, md and json are.")));
    }
    return known;
  }

  private static SessionException usage(String message) {
    return new SessionException(Kind.USAGE, message + " Nothing was changed.");
  }
}
