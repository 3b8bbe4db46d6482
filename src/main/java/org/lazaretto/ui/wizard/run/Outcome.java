package org.lazaretto.ui.wizard.run;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lazaretto.execute.RunResult;
import org.lazaretto.execute.Standing;
import org.lazaretto.execute.StepResult;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.Step;
import org.lazaretto.ui.fx.Texts;

/**
 * What came of a run, for a person.
 *
 * @param tone how grave it is
 * @param verdict what happened, in a sentence
 * @param detail what the core said of it; may be empty
 * @param code stable, such as {@code LZ-RUN-UNCERTAIN}
 * @param copyable all of it as text
 */
public record Outcome(Tone tone, String verdict, String detail, String code, String copyable) {
  /** How grave an outcome is. */
  public enum Tone {
    GOOD,
    WARN,
    BAD,
    UNKNOWN
  }

  /** What came of a run that is over. */
  public static Outcome of(RunState state) {
    return switch (state) {
      case RunState.Running _, RunState.Stopping _ ->
          throw new IllegalArgumentException("the run is not over");
      case RunState.Ended(var result) -> of(result);
      case RunState.NotBegun(var failure) ->
          new Outcome(
              Tone.WARN,
              Texts.of("wizard.result.notBegun"),
              failure.words(),
              failure.code(),
              failure.copyable());
    };
  }

  private static Outcome of(RunResult result) {
    String code = "LZ-RUN-" + result.word().toUpperCase(java.util.Locale.ROOT);
    String steps = result.steps().stream().map(StepResult::text).collect(Collectors.joining("\n"));
    String detail = detail(result);
    String verdict = verdict(result);
    return new Outcome(
        tone(result),
        verdict,
        detail,
        code,
        String.join("\n", List.of(code + ": " + verdict, detail, result.summary(), steps)));
  }

  private static Tone tone(RunResult result) {
    return switch (result) {
      case RunResult.AllHold _ -> unproven(result) == 0 ? Tone.GOOD : Tone.WARN;
      case RunResult.Cancelled _, RunResult.Held _, RunResult.NoAccess _ -> Tone.WARN;
      case RunResult.Broken _, RunResult.JournalLost _ -> Tone.BAD;
      case RunResult.Uncertain _ -> Tone.UNKNOWN;
    };
  }

  private static String verdict(RunResult result) {
    return switch (result) {
      case RunResult.AllHold _ -> done(unproven(result), gaps(result));
      case RunResult.Broken _ -> Texts.of("wizard.result.broken");
      case RunResult.Uncertain _ -> Texts.of("wizard.result.uncertain");
      case RunResult.NoAccess _ ->
          Texts.of(nothingSent(result) ? "wizard.result.noAccessAtAll" : "wizard.result.noAccess");
      case RunResult.Held _ -> Texts.of("wizard.result.held");
      case RunResult.Cancelled _ -> Texts.of("wizard.result.cancelled");
      case RunResult.JournalLost _ -> Texts.of("wizard.result.journalLost");
    };
  }

  /** Whether the cluster is as it was before the run. */
  public static boolean nothingSent(RunResult result) {
    return result.steps().stream()
        .allMatch(step ->
            step.standing() == Standing.NO_ACCESS || step.standing() == Standing.NOT_STARTED);
  }

  private static String done(int unproven, int gaps) {
    if (unproven > 0) {
      return Texts.of("wizard.result.unproven", unproven);
    }
    return gaps == 0
        ? Texts.of("wizard.result.done")
        : Texts.of("wizard.result.doneWithGaps", gaps);
  }

  private static String detail(RunResult result) {
    return switch (result) {
      case RunResult.NoAccess(_, var reason) -> reason;
      case RunResult.Held(var reasons) -> String.join(" ", reasons);
      case RunResult.JournalLost(_, var cause) -> String.valueOf(cause.getMessage());
      case RunResult.AllHold _, RunResult.Broken _, RunResult.Uncertain _, RunResult.Cancelled _ ->
          "";
    };
  }

  /** How many captures could not be made. */
  public static int gaps(RunResult result) {
    return count(result, step -> step instanceof CaptureStep);
  }

  /** How many tries to prove an effect told nothing: that is not a success. */
  private static int unproven(RunResult result) {
    return count(result, step -> !(step instanceof CaptureStep));
  }

  private static int count(RunResult result, Predicate<Step> kind) {
    return (int)
        result.steps().stream()
            .filter(step -> step.standing() == Standing.GAP && kind.test(step.step()))
            .count();
  }
}
