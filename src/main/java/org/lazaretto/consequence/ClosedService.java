package org.lazaretto.consequence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.plan.ContainStep.EditFields;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Purpose;

/** T-44: a service that is closed sends nothing to its clean pods either. */
final class ClosedService implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<EditFields> closing = Containing.edits(scene, Purpose.CLOSE_SERVICE);
    Set<Pod> clean = new LinkedHashSet<>();
    for (ObjectRef closed : Containing.targets(closing)) {
      for (ServiceEntry service : scene.snapshot().services(closed.namespace())) {
        if (service.object().equals(closed)) {
          scene.snapshot().pods().stream().filter(service::selects).forEach(clean::add);
        }
      }
    }
    clean.removeAll(scene.suspects());
    int n = clean.size();
    if (n == 0) {
      return List.of();
    }
    return List.of(
        new Finding(
            "T-44",
            Severity.STOP,
            Scene.objects(clean),
            Containing.ids(closing),
            Words.pods(n)
                + " that "
                + Words.form(n, "is", "are")
                + " not suspected "
                + Words.form(n, "gets", "get")
                + " no traffic either, told by the service's selector: the whole service stops.",
            "Let the suspects leave by their labels, where their owner does not choose by them, or"
                + " leave the service as it is and rely on the policy."));
  }
}
