package org.lazaretto.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.execute.RunResult;
import org.lazaretto.execute.StepResult;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Plan;

/** Prints how a run ended and says which exit status that is. */
final class RunReport {
  private final Console console;
  private final Plan plan;
  private final ProvenLines proven;

  RunReport(Console console, Plan plan, ProvenLines proven) {
    this.console = console;
    this.plan = plan;
    this.proven = proven;
  }

  int print(boolean json, RunResult result) {
    if (json) {
      console.json(document(result));
    } else {
      console.print("%s: %s (%s)".formatted(plan.wizard().word(), result.word(), result.summary()));
      result.steps().stream()
          .filter(step -> !step.verdict().map(RunReport::holds).orElse(false))
          .forEach(step -> console.print("  " + step.text()));
      proven.text().forEach(console::print);
    }
    explain(result);
    return status(result);
  }

  private static boolean holds(Verdict verdict) {
    return verdict instanceof Verdict.Holds;
  }

  private void explain(RunResult result) {
    switch (result) {
      case RunResult.AllHold _ -> {}
      case RunResult.Broken _ ->
          console.say("Not everything holds. The journal says what; plan again for the rest.");
      case RunResult.Uncertain _ ->
          console.say(
              "A change was sent and no answer came. Read the journal; the next start asks again.");
      case RunResult.NoAccess(_, var reason) -> console.say(reason);
      case RunResult.Held(var reasons) -> reasons.forEach(console::say);
      case RunResult.Cancelled _ ->
          console.say("Stopped. What had started is followed; plan again for the rest.");
      case RunResult.JournalLost(_, var cause) ->
          console.say(cause.getMessage() + " Nothing was sent after that.");
    }
  }

  static int status(RunResult result) {
    return switch (result) {
      case RunResult.AllHold _ -> ExitStatus.HOLDS;
      case RunResult.Broken _, RunResult.Cancelled _ -> ExitStatus.FAILED;
      case RunResult.NoAccess _, RunResult.JournalLost _ -> ExitStatus.UNAVAILABLE;
      case RunResult.Held _ -> ExitStatus.HELD;
      case RunResult.Uncertain _ -> ExitStatus.UNKNOWN;
    };
  }

  private Map<String, Object> document(RunResult result) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("wizard", plan.wizard().word());
    document.put("fingerprint", plan.fingerprint());
    document.put("result", result.word());
    document.put("summary", result.summary());
    document.put("steps", result.steps().stream().map(RunReport::step).toList());
    if (!proven.pods().isEmpty()) {
      document.put("proven", proven.rows());
    }
    return document;
  }

  private static Map<String, Object> step(StepResult step) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", step.step().id().toString());
    row.put("target", step.step().target());
    row.put("outcome", step.outcome().word());
    row.put("text", step.outcome().text());
    row.put("verdict", step.verdict().map(Verdict::word).stream().toList());
    row.put("proof", step.verdict().map(Verdict::text).map(List::of).orElse(List.of()));
    return row;
  }
}
