package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** T-10: whatever owns a deleted suspect starts another one at once, hole and all. */
final class Respawn implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<StepId> steps = new ArrayList<>();
    Set<ObjectRef> objects = new LinkedHashSet<>();
    for (Step step : scene.plan().steps()) {
      if (step instanceof DisposeStep.DeletePod(var id, var pod, var owner)
          && scene.snapshot().pod(pod.uid()).flatMap(Pod::controller).isPresent()
          && !owner.equals(pod.object())) {
        steps.add(id);
        objects.add(pod.object());
        objects.add(owner);
      }
    }
    int n = steps.size();
    return n == 0
        ? List.of()
        : List.of(
            new Finding(
                "T-10",
                Severity.STOP,
                List.copyOf(objects),
                steps,
                Words.count(n, "suspect", " ")
                    + Words.form(n, "is", "are")
                    + " deleted and "
                    + Words.form(n, "its owner stays", "their owners stay")
                    + ", told by ownerReferences: as many replacements are started at once, from"
                    + " the same template and with the same hole.",
                "Close the hole in the template first; or delete the owner, leaving what it owns."));
  }
}
