package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.StepId;

/**
 * What a rule cannot tell of a plan unless it sees these kinds. A rule that says nothing because it
 * is blind must not read like one that found nothing.
 *
 * @param id the rule's id
 * @param whether what it would tell, following "whether"
 * @param needs the kinds that it looks at
 * @param steps the steps it is about; empty for the whole plan
 */
record Doubt(String id, String whether, Set<ObservedKind> needs, List<StepId> steps) {
  /** That it cannot be told, and why; empty if everything needed is seen. */
  Optional<Finding> finding(Scene scene) {
    List<String> unseen = new ArrayList<>();
    List<String> plurals = new ArrayList<>();
    for (ObservedKind kind : needs.stream().sorted().toList()) {
      Optional<String> why = unseen(scene, kind);
      why.ifPresent(text -> unseen.add(kind.plural() + " " + text));
      why.ifPresent(_ -> plurals.add(kind.plural()));
    }
    return unseen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                id,
                Severity.WARN,
                List.of(),
                steps,
                "Cannot tell whether " + whether + ": " + String.join("; ", unseen) + ".",
                "Gain the right to list "
                    + String.join(" and ", plurals)
                    + ", or ask somebody who has it, and plan again."));
  }

  private static Optional<String> unseen(Scene scene, ObservedKind kind) {
    return switch (scene.snapshot().health(kind)) {
      case KindHealth.Loading _ -> Optional.of("are still being loaded");
      case KindHealth.Denied(var reason) -> Optional.of("may not be listed" + because(reason));
      case KindHealth.Synced(var asOf) -> StalePicture.aged(scene.context(), asOf);
      case KindHealth.Stale(var since, _) -> StalePicture.aged(scene.context(), since);
    };
  }

  private static String because(String reason) {
    return reason.isBlank() ? "" : " (" + Words.told(reason) + ")";
  }
}
