package org.lazaretto.range;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.scenario.Scenario;

/**
 * A scenario as a player sees it.
 *
 * @param id the word that starts it
 * @param title one line
 * @param story what has happened so far
 * @param length how long it takes a player
 * @param goals what is to be reached
 * @param walkthrough the reference solution; where a step names a pod, in a running world as {@code
 *     NAMESPACE/NAME}, before that as {@code suspect}
 */
public record ScenarioInfo(
    String id,
    String title,
    String story,
    Duration length,
    List<String> goals,
    List<Step> walkthrough) {
  /** Copies its lists. */
  public ScenarioInfo {
    goals = List.copyOf(goals);
    walkthrough = List.copyOf(walkthrough);
  }

  /**
   * One step of the reference solution.
   *
   * @param action mark, freeze, cordon, evacuate or report
   * @param arguments what with
   */
  public record Step(String action, Map<String, String> arguments) {
    /** Copies the arguments. */
    public Step {
      arguments = Map.copyOf(arguments);
    }
  }

  static ScenarioInfo of(Scenario.Briefing told, List<Scenario.Step> steps) {
    return new ScenarioInfo(
        told.id(),
        told.title(),
        told.story(),
        told.length(),
        told.goals(),
        steps.stream().map(s -> new Step(s.action(), s.arguments())).toList());
  }
}
