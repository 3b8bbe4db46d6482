package org.lazaretto.ui.wizard.proposal;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Basis;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.ui.fx.Texts;

/** Where a consequence comes from: the steps that cause it, and what it was computed from. */
public final class Origin {
  private static final int NAMED = 3;

  private Origin() {}

  /** The steps that cause it, by number and title, or that it is the whole plan; safe to show. */
  public static String causes(Plan plan, Concern concern) {
    if (concern.steps().isEmpty()) {
      return Texts.of("wizard.concern.whole");
    }
    List<String> named =
        plan.steps().stream()
            .filter(step -> concern.steps().contains(step.id()))
            .limit(NAMED)
            .map(step -> title(plan, step))
            .toList();
    int more = concern.steps().size() - named.size();
    String steps = String.join("; ", named);
    return more > 0
        ? Texts.of("wizard.concern.causedMore", steps, more)
        : Texts.of("wizard.concern.caused", steps);
  }

  private static String title(Plan plan, Step step) {
    return Texts.of(
        "wizard.concern.step",
        step.id().number(),
        HostileText.visible(Cards.of(plan.cluster(), step).title()));
  }

  /** From what it was computed; empty if nothing more is to be said. */
  public static Optional<String> basis(Concern concern) {
    return Basis.of(concern.id()).map(from -> Texts.of("wizard.concern.basis", from));
  }
}
