package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Step;

/** T-35: whoever looks from inside a pod alters it. */
final class LookedInto implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<ContainStep.LookInside> looks = new ArrayList<>();
    Map<String, ObjectRef> pods = new LinkedHashMap<>();
    for (Step step : scene.plan().steps()) {
      if (step instanceof ContainStep.LookInside look) {
        looks.add(look);
        pods.put(look.pod().uid(), look.target());
      }
    }
    if (looks.isEmpty()) {
      return List.of();
    }
    int n = pods.size();
    return List.of(
        new Finding(
            "T-35",
            Severity.STOP,
            List.copyOf(pods.values()),
            Containing.ids(looks),
            "Commands are run inside "
                + Words.count(n, "suspect", "")
                + ", before the isolation and after it: one lists connections, one tries to connect."
                + " They change no file, but they are processes of the pod: memory and process"
                + " tables are no longer as they were, whoever is inside can see them, and a"
                + " program that the intruder has exchanged runs in their place.",
            "Capture memory and processes first, or leave the look out: what the suspect sends and"
                + " what stood before are then told as cannot tell."));
  }
}
