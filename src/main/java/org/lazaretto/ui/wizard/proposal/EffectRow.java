package org.lazaretto.ui.wizard.proposal;

import java.util.List;
import org.lazaretto.plan.StepId;

/**
 * One row of the preview: what the plan does with one application, node or suspect.
 *
 * @param subject what it is about, as the cluster names it
 * @param method how, in a word or two
 * @param count how many pods, or how many reads of a freeze
 * @param effect what that means
 * @param tone how grave it is
 * @param steps the steps behind it; empty where nothing is done
 */
public record EffectRow(
    String subject, String method, int count, String effect, Tone tone, List<StepId> steps) {
  /** How grave a row is. */
  public enum Tone {
    PLAIN,
    WARN,
    STAYS,
    SUSPECT
  }

  /** Copies what it is given. */
  public EffectRow {
    steps = List.copyOf(steps);
  }
}
