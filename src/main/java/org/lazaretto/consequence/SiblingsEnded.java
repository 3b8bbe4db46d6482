package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** T-44: to end a suspect by its owner ends its siblings too, on other nodes as well. */
final class SiblingsEnded implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<StepId> steps = new ArrayList<>();
    Set<ObjectRef> objects = new LinkedHashSet<>();
    int siblings = 0;
    for (Step step : scene.plan().steps()) {
      if (step instanceof DisposeStep dispose) {
        List<PodRef> others = new ArrayList<>(dispose.losing());
        others.removeAll(scene.plan().suspects());
        if (!others.isEmpty()) {
          steps.add(step.id());
          objects.add(step.target());
          others.stream().map(PodRef::object).forEach(objects::add);
          siblings += others.size();
        }
      }
    }
    return steps.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "T-44",
                Severity.STOP,
                List.copyOf(objects),
                steps,
                Words.pods(siblings)
                    + " that "
                    + Words.form(siblings, "was", "were")
                    + " not marked "
                    + Words.form(siblings, "ends", "end")
                    + " with the suspect, told by owner UID, wherever "
                    + Words.form(siblings, "it runs", "they run")
                    + ": the workload is down until it is made or scaled up again.",
                "Delete the owner, leaving what it owns, and then the suspects alone."));
  }
}
