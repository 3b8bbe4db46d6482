package org.lazaretto.consequence;

import java.util.List;
import java.util.Optional;
import org.lazaretto.plan.Finding;

/** Looks for one sort of consequence. Pure. */
interface Rule {
  /** What the plan will cause, as far as what is seen tells it. */
  List<Finding> of(Scene scene);

  /** What this rule has to see to tell; empty if it concerns nothing of this plan. */
  default Optional<Doubt> doubt(Scene scene) {
    return Optional.empty();
  }
}
