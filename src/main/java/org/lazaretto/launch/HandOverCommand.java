package org.lazaretto.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.execute.Waiver;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.session.CaseDesk;
import org.lazaretto.session.ClusterSession;
import org.lazaretto.session.HandOver;
import org.lazaretto.session.PaperWork;
import org.lazaretto.session.Reporting;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    name = "hand-over",
    description = {
      "A plan on paper, for somebody who has the rights: `sheet` writes it,",
      "`done` records who did which step, and verifies it; `read` verifies it again."
    })
final class HandOverCommand implements Callable<Integer> {
  /** How far the clock of who did it may be ahead of ours. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Clusters clusters;
  private final Cases cases;
  private final Console console;
  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  HandOverCommand(Clusters clusters, Cases cases, Console console) {
    this.clusters = clusters;
    this.cases = cases;
    this.console = console;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "Say sheet, done or read.");
  }

  @Command(
      name = "sheet",
      description = "Writes the sheet (Markdown) and the script of what is left of a plan.")
  int sheet(
      @Parameters(paramLabel = "plan.json") Path file,
      @Option(
              names = "--case",
              paramLabel = "DIR",
              description = "Leave out what this case's journal says to be done.")
          Optional<Path> folder,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "DIR",
              description = "The folder for both files; it is made if there is none.")
          Path out,
      @Mixin GlobalOptions options)
      throws SessionException {
    Plan plan = PlanFile.read(file);
    List<Step> left = plan.steps();
    String id = "none";
    if (folder.isPresent()) {
      CaseFile read = Reporting.read(cases.at(folder.get()));
      left = PaperWork.left(plan, read.lines());
      id = read.info().id();
    }
    make(out);
    Path sheet = new HandOver(plan, left, id, cases.now()).write(out);
    if (options.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("sheet", sheet.toString());
      document.put("steps", left.stream().map(step -> step.id().toString()).toList());
      console.json(document);
    } else {
      console.print("%s: %d of %d steps".formatted(sheet, left.size(), plan.steps().size()));
    }
    return ExitStatus.HOLDS;
  }

  private static void make(Path folder) throws SessionException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw SessionException.unchanged(
          Kind.UNAVAILABLE, "The folder " + folder + " cannot be made", "Name another with --out.");
    }
  }

  @Command(
      name = "done",
      description =
          "Journals that somebody did steps of a plan without this program, and verifies.")
  int done(
      @Parameters(index = "0", paramLabel = "plan.json") Path file,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "STEP", description = "S-001 …")
          List<String> steps,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who did it.")
          String by,
      @Option(
              names = "--at",
              paramLabel = "TIME",
              description = "When, such as 2026-03-01T10:00:00Z (default: now).")
          Optional<String> at,
      @Option(names = "--how", defaultValue = "", paramLabel = "TEXT", description = "In words.")
          String how,
      @Option(
              names = "--waive",
              paramLabel = "ID=reason",
              description = "Why it was done against a stop or without a capture; repeatable.")
          List<String> waivers,
      @Mixin CaseOptions caseOptions,
      @Mixin GlobalOptions options)
      throws SessionException, InterruptedException {
    Plan plan = PlanFile.read(file);
    if (by.isBlank()) {
      throw new SessionException(Kind.USAGE, "--by is the name of who did it; it is blank.");
    }
    PaperWork.Told told = new PaperWork.Told(by, time(at), how);
    List<Waiver> reasons = WaiverWords.read(waivers == null ? List.of() : waivers, plan);
    try (ClusterSession session = clusters.open(options);
        CaseDesk desk = cases.openOrCreate(caseOptions, session.cluster())) {
      PaperWork work = new PaperWork(session, desk);
      List<PaperWork.Checked> checked = work.record(plan, steps, told, reasons);
      work.waive(plan, reasons).forEach(open -> console.say("not waived: " + open));
      return told(options, plan, checked);
    }
  }

  @Command(
      name = "read",
      description = "Reads again whether steps that were said to be done are so, and journals it.")
  int read(
      @Parameters(index = "0", paramLabel = "plan.json") Path file,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "STEP", description = "S-001 …")
          List<String> steps,
      @Mixin CaseOptions caseOptions,
      @Mixin GlobalOptions options)
      throws SessionException, InterruptedException {
    Plan plan = PlanFile.read(file);
    try (ClusterSession session = clusters.open(options);
        CaseDesk desk = cases.openOrCreate(caseOptions, session.cluster())) {
      return told(options, plan, new PaperWork(session, desk).read(plan, steps));
    }
  }

  private int told(GlobalOptions options, Plan plan, List<PaperWork.Checked> checked) {
    print(options, plan, checked);
    return checked.stream().allMatch(c -> c.verdict() instanceof Verdict.Holds)
        ? ExitStatus.HOLDS
        : ExitStatus.FAILED;
  }

  private Instant time(Optional<String> at) throws SessionException {
    Instant now = cases.now();
    Instant told;
    try {
      told = at.map(Instant::parse).orElse(now);
    } catch (DateTimeParseException e) {
      throw new SessionException(
          Kind.USAGE, "'" + at.orElse("") + "' is no time such as 2026-03-01T10:00:00Z.");
    }
    if (told.isAfter(now.plus(SKEW))) {
      throw new SessionException(
          Kind.USAGE, "--at " + told + " is still to come: it is " + now + " here.");
    }
    return told;
  }

  private void print(GlobalOptions options, Plan plan, List<PaperWork.Checked> checked) {
    if (options.json()) {
      console.json(checked.stream().map(HandOverCommand::row).toList());
      return;
    }
    for (PaperWork.Checked each : checked) {
      Entry.StepNote note = Entry.StepNote.of(plan, each.step());
      console.print(
          "%s  %-13s  %s: %s"
              .formatted(note.step(), each.verdict().word(), note.title(), each.verdict().text()));
    }
  }

  private static Map<String, String> row(PaperWork.Checked checked) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("step", checked.step().id().toString());
    row.put("verdict", checked.verdict().word());
    row.put("text", checked.verdict().text());
    return row;
  }
}
